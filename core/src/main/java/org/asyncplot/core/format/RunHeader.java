// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.format;

import java.lang.invoke.VarHandle;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.asyncplot.core.format.sbe.RunHeaderDecoder;
import org.asyncplot.core.format.sbe.RunHeaderEncoder;

/**
 * The first document of every file of a run: what never changes as {@link Fields}, and the places that the writer's agent changes while the
 * run grows. The newest file's counts; older ones point on to it.
 * A flyweight; the buffer stays the caller's. Any number of threads may read.
 */
public final class RunHeader {
    /** The version of the format that this code writes, and the largest it reads. */
    public static final int FORMAT_MAJOR = 1;
    /** Changes that older readers may ignore: 1 added summaries, indexes of blocks and clocks, 2 that a run goes on in other files. */
    public static final int FORMAT_MINOR = 2;
    /** "asyncplt". */
    public static final long MAGIC = 0x746c70636e797361L;

    private static final int HEARTBEAT_OFFSET = DocumentHeader.LENGTH + RunHeaderEncoder.heartbeatNsEncodingOffset();
    private static final int PROBE_OFFSET = DocumentHeader.LENGTH + RunHeaderEncoder.probeNsEncodingOffset();
    private static final int END_REASON_OFFSET = DocumentHeader.LENGTH + RunHeaderEncoder.endReasonEncodingOffset();
    private static final int END_OFFSET = DocumentHeader.LENGTH + RunHeaderEncoder.endNsEncodingOffset();
    private static final int DEFINITION_OFFSET = DocumentHeader.LENGTH + RunHeaderEncoder.newestDefinitionEncodingOffset();
    private static final int NOTE_OFFSET = DocumentHeader.LENGTH + RunHeaderEncoder.newestNoteEncodingOffset();
    private static final int FIGURES_OFFSET = DocumentHeader.LENGTH + RunHeaderEncoder.newestFiguresEncodingOffset();

    private static final int NEXT_OFFSET = DocumentHeader.LENGTH + RunHeaderEncoder.nextHeaderEncodingOffset();
    private static final int COMPLETE_OFFSET = DocumentHeader.LENGTH + RunHeaderEncoder.completeEncodingOffset();
    private static final int RETIRED_OFFSET = DocumentHeader.LENGTH + RunHeaderEncoder.retiredEncodingOffset();
    private static final int PREVIOUS_OFFSET = DocumentHeader.LENGTH + RunHeaderEncoder.previousHeaderEncodingOffset();
    private static final int MAGIC_OFFSET = DocumentHeader.LENGTH + RunHeaderEncoder.magicEncodingOffset();

    private final UnsafeBuffer buffer;

    /**
     * What is written once.
     *
     * @param name             the run's true name
     * @param host             where it was written
     * @param commandLine      of the writing process
     * @param parameters       of the run, in order
     * @param startWallNs      epoch ns
     * @param startMonotonicNs System.nanoTime of the writer at that moment
     * @param pid              of the writing process
     * @param processStartMs   when that process started, epoch ms, 0 if unknown
     */
    public record Fields(String name, String host, String commandLine, Map<String, String> parameters, long startWallNs, long startMonotonicNs,
                         long pid, long processStartMs) {
    }

    /**
     * Looks at a document.
     *
     * @param buffer the document in place
     * @throws FormatException        if it is no header of a run
     * @throws NewerFormatException if it was written by a newer version of the format
     */
    public RunHeader(UnsafeBuffer buffer) {
        DocumentHeader.check(buffer, RunHeaderDecoder.TEMPLATE_ID, DocumentHeader.LENGTH + RunHeaderDecoder.BLOCK_LENGTH, "a run's header");
        RunHeaderDecoder decoder = decoder(buffer);
        if (decoder.magic() != MAGIC) {
            throw new FormatException("the first document is not a run's header");
        }
        if (decoder.formatMajor() > FORMAT_MAJOR) {
            throw new NewerFormatException(decoder.formatMajor());
        }
        this.buffer = buffer;
    }

    private static RunHeaderDecoder decoder(UnsafeBuffer buffer) {
        return new RunHeaderDecoder().wrap(buffer, DocumentHeader.LENGTH, RunHeaderDecoder.BLOCK_LENGTH, RunHeaderDecoder.SCHEMA_VERSION);
    }

    /**
     * Writes the header of a run's first file on the heap.
     *
     * @param fields what it says
     * @return the document's bytes
     */
    public static byte[] encode(Fields fields) {
        return encode(fields, 0);
    }

    /**
     * Writes a header on the heap.
     *
     * @param fields         what it says
     * @param previousHeader index of the header of the file before, 0 in the first
     * @return the document's bytes
     */
    public static byte[] encode(Fields fields, long previousHeader) {
        MutableDirectBuffer buffer = new ExpandableArrayBuffer(2048);
        DocumentHeader.encode(buffer, RunHeaderEncoder.BLOCK_LENGTH, RunHeaderEncoder.TEMPLATE_ID);
        RunHeaderEncoder encoder = new RunHeaderEncoder().wrap(buffer, DocumentHeader.LENGTH)
            .magic(MAGIC).formatMajor(FORMAT_MAJOR).formatMinor(FORMAT_MINOR)
            .startWallNs(fields.startWallNs()).startMonotonicNs(fields.startMonotonicNs())
            .pid(fields.pid()).processStartMs(fields.processStartMs())
            .heartbeatNs(fields.startWallNs()).probeNs(0).endReason(0).newestDefinition(0).newestNote(0).newestFigures(0).nextHeader(0).endNs(0)
            .previousHeader(previousHeader).complete(previousHeader == 0 ? 1 : 0).retired(0);
        RunHeaderEncoder.ParametersEncoder parameters = encoder.parametersCount(fields.parameters().size());
        fields.parameters().forEach((key, value) -> {
            byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
            byte[] valueBytes = value.getBytes(StandardCharsets.UTF_8);
            parameters.next().putKey(keyBytes, 0, keyBytes.length).putValue(valueBytes, 0, valueBytes.length);
        });
        encoder.name(fields.name()).host(fields.host()).commandLine(fields.commandLine());
        byte[] bytes = new byte[encoder.limit()];
        buffer.getBytes(0, bytes);
        return bytes;
    }

    /**
     * Reads what never changes.
     *
     * @return the fields
     * @throws FormatException if lengths do not fit
     */
    public Fields fields() {
        try {
            RunHeaderDecoder decoder = decoder(buffer);
            long startWallNs = decoder.startWallNs();
            long startMonotonicNs = decoder.startMonotonicNs();
            long pid = decoder.pid();
            long processStartMs = decoder.processStartMs();
            Map<String, String> parameters = new LinkedHashMap<>();
            for (RunHeaderDecoder.ParametersDecoder parameter : decoder.parameters()) {
                DocumentHeader.checkText(buffer, decoder.limit());
                String key = parameter.key();
                DocumentHeader.checkText(buffer, decoder.limit());
                parameters.put(key, parameter.value());
            }
            DocumentHeader.checkText(buffer, decoder.limit());
            String name = decoder.name();
            DocumentHeader.checkText(buffer, decoder.limit());
            String host = decoder.host();
            DocumentHeader.checkText(buffer, decoder.limit());
            return new Fields(name, host, decoder.commandLine(), parameters, startWallNs, startMonotonicNs, pid, processStartMs);
        } catch (IndexOutOfBoundsException | IllegalArgumentException cut) {
            throw new FormatException("the run's header is damaged: its lengths do not fit");
        }
    }

    /**
     * The agent's last beat.
     *
     * @return epoch ns
     */
    public long heartbeatNs() {
        return buffer.getLongVolatile(HEARTBEAT_OFFSET);
    }

    /**
     * Beats.
     *
     * @param epochNs now
     */
    public void heartbeatNs(long epochNs) {
        buffer.putLongRelease(HEARTBEAT_OFFSET, epochNs);
    }

    /**
     * The last probe; to be read before any count.
     *
     * @return the writer's monotonic ns, 0 if there was none
     */
    public long probeNs() {
        return buffer.getLongVolatile(PROBE_OFFSET);
    }

    /**
     * Leaves a probe.
     *
     * @param monotonicNs now
     */
    public void probeNs(long monotonicNs) {
        buffer.putLongRelease(PROBE_OFFSET, monotonicNs);
    }

    /**
     * Why the run ended.
     *
     * @return code of the reason, 0 while it is open
     */
    public int endReason() {
        return buffer.getIntVolatile(END_REASON_OFFSET);
    }

    /**
     * When the run ended.
     *
     * @return epoch ns, 0 while it is open
     */
    public long endNs() {
        return buffer.getLong(END_OFFSET);
    }

    /**
     * Marks the end.
     *
     * @param reason  code, not 0
     * @param epochNs now
     */
    public void end(int reason, long epochNs) {
        buffer.putLong(END_OFFSET, epochNs);
        buffer.putIntRelease(END_REASON_OFFSET, reason);
    }

    /**
     * The newest channel definition.
     *
     * @return Chronicle index, 0 for none
     */
    public long newestDefinition() {
        return buffer.getLongVolatile(DEFINITION_OFFSET);
    }

    /**
     * Points at a definition.
     *
     * @param index Chronicle index
     */
    public void newestDefinition(long index) {
        buffer.putLongRelease(DEFINITION_OFFSET, index);
    }

    /**
     * The newest note.
     *
     * @return Chronicle index, 0 for none
     */
    public long newestNote() {
        return buffer.getLongVolatile(NOTE_OFFSET);
    }

    /**
     * Points at a note.
     *
     * @param index Chronicle index
     */
    public void newestNote(long index) {
        buffer.putLongRelease(NOTE_OFFSET, index);
    }

    /**
     * The newest figure specification.
     *
     * @return Chronicle index, 0 for none
     */
    public long newestFigures() {
        return buffer.getLongVolatile(FIGURES_OFFSET);
    }

    /**
     * Points at a figure specification.
     *
     * @param index Chronicle index
     */
    public void newestFigures(long index) {
        buffer.putLongRelease(FIGURES_OFFSET, index);
    }

    /**
     * The header of the file after this one.
     *
     * @return Chronicle index, 0 in the newest
     */
    public long nextHeader() {
        return buffer.getLongVolatile(NEXT_OFFSET);
    }

    /**
     * Points on to the next file, which is complete.
     *
     * @param index Chronicle index
     */
    public void nextHeader(long index) {
        buffer.putLongRelease(NEXT_OFFSET, index);
    }

    /**
     * The header of the file before this one.
     *
     * @return Chronicle index, 0 in the first
     */
    public long previousHeader() {
        return buffer.getLong(PREVIOUS_OFFSET);
    }

    /**
     * Whether all channels are defined in this file. A file that is not complete is of a roll that goes on, or that was interrupted for
     * ever; the file before it counts.
     *
     * @return true in the first file
     */
    public boolean isComplete() {
        return buffer.getLong(PREVIOUS_OFFSET) == 0 || buffer.getIntVolatile(COMPLETE_OFFSET) != 0;
    }

    /** All channels are defined in this file. */
    public void complete() {
        buffer.putIntRelease(COMPLETE_OFFSET, 1);
    }

    /** Says that the file goes; before a byte of it does. */
    public void retire() {
        buffer.putIntVolatile(RETIRED_OFFSET, 1);
    }

    /**
     * Whether the file is gone, or going. What was read of it before this says no is what was written.
     *
     * @return true for ever, once it was
     */
    public boolean isRetired() {
        VarHandle.loadLoadFence();
        // A hole where the file was reads as zeros.
        return buffer.getIntVolatile(RETIRED_OFFSET) != 0 || buffer.getLong(MAGIC_OFFSET) != MAGIC;
    }
}
