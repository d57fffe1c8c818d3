// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import java.lang.ref.Cleaner;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;
import org.agrona.ErrorHandler;
import org.asyncplot.core.format.ChannelDefinition;
import org.asyncplot.core.format.FiguresDocument;
import org.asyncplot.core.format.NoteDocument;
import org.asyncplot.core.format.RunHeader;
import org.asyncplot.core.queue.DocumentEncoder;
import org.asyncplot.core.queue.QueueFile;
import org.asyncplot.core.queue.QueueWriter;
import org.asyncplot.core.queue.Region;
import org.asyncplot.core.queue.RunException;
import org.asyncplot.core.run.EndReason;
import org.asyncplot.core.run.NoteLevel;
import org.asyncplot.core.run.Presence;
import org.asyncplot.core.run.Runs;
import org.asyncplot.core.run.WritingProcess;

/**
 * The run being written: its queue under the supply lock, its header, its channels. Whoever appends holds the lock, for some 10 us; nobody
 * holds it while the kernel works, unless it has to populate what the agent did not.
 */
final class Recording {
    /** The lock is held for some 10 us: after this long its holder has lost its core, and needs this one. */
    private static final long SPIN_NS = TimeUnit.MICROSECONDS.toNanos(50);
    /** How long a computing thread may wait for the lock before it drops. */
    private static final long LOCK_PATIENCE_NS = TimeUnit.SECONDS.toNanos(1);

    /** A program that declares more does so in a loop that it did not mean; each channel costs the agent some time, and the disk 4 KiB. */
    static final int MOST_CHANNELS = 16_384;

    /** A disk that is full again before so much was recorded was not worth a word in between. */
    private static final long TELL_AGAIN_BYTES = 1L << 20;

    private static final Cleaner CLEANER = Cleaner.create();

    private final QueueWriter writer;
    private final RunHeader.Fields fields;
    /** Replaced under the lock, by the agent. */
    private Region headerRegion;
    private volatile RunHeader header;
    private final OverflowPolicy policy;
    private final ErrorHandler errors;
    private final RecordingLog log;
    private final boolean appendedByAgentOnly;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Supply> supplies = new CopyOnWriteArrayList<>();
    private final Clocks clocks = new Clocks(this);
    private volatile int file;
    private volatile boolean refusing;
    /** Because of the disk. */
    private volatile boolean full;
    private volatile boolean closed;
    private volatile boolean watchersMatter;
    private volatile boolean watched;
    private volatile boolean overfull;
    private long newestDefinition;
    private long newestNote;
    private long toldAtBytes = -TELL_AGAIN_BYTES;
    private long newestFigures;
    private byte[] figures;
    private int channels;

    private Recording(QueueWriter writer, RunHeader.Fields fields, Region headerRegion, PlotContext context) {
        this.writer = writer;
        this.fields = fields;
        this.headerRegion = headerRegion;
        this.header = new RunHeader(headerRegion.buffer());
        this.file = QueueFile.numberOf(headerRegion.index());
        this.policy = context.overflowPolicy();
        this.errors = context.errorHandler();
        this.log = RecordingLog.of(context.name());
        this.appendedByAgentOnly = context.appendedByAgentOnly();
    }

    /** Makes the run's directory and its first document. */
    static Recording open(PlotContext context) {
        // One right after the other: a replay tells from both which of the times in the run is which.
        Instant now = Instant.now();
        long nowNs = System.nanoTime();
        WritingProcess process = WritingProcess.current();
        RunHeader.Fields fields = new RunHeader.Fields(context.name(), process.host(), commandLine(), context.parameters(),
            epochNs(now), nowNs, process.pid(), process.startMs());
        byte[] first = RunHeader.encode(fields);
        Path directory = new Runs(context.runsDirectory()).create(context.name(), now, process.pid());
        QueueWriter writer = QueueWriter.create(directory, context.blockBytes(), now.toEpochMilli());
        Recording recording = new Recording(writer, fields, writer.appendFirst(first.length, buffer -> buffer.putBytes(0, first)), context);
        recording.log.tell("opened in " + directory + " after " + Duration.between(now, Instant.now()).toMillis() + " ms, overflow "
            + context.overflowPolicy().name().toLowerCase(Locale.ROOT) + ", " + context.blockBytes() + " bytes mapped at once");
        return recording;
    }

    private static String commandLine() {
        return ProcessHandle.current().info().commandLine().orElse("");
    }

    static long epochNs(Instant instant) {
        return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
    }

    Path directory() {
        return writer.directory();
    }

    RunHeader header() {
        return header;
    }

    OverflowPolicy policy() {
        return policy;
    }

    /** Whether computing threads may be stopped in the middle of an append, see {@link Shell}. */
    boolean appendedByAgentOnly() {
        return appendedByAgentOnly;
    }

    RecordingLog log() {
        return log;
    }

    int maxDocumentBytes() {
        return writer.maxDocumentBytes();
    }

    List<Supply> supplies() {
        return supplies;
    }

    Clocks clocks() {
        return clocks;
    }

    /** Whether new blocks are not to be asked for: there was no room for the last one, or the plot is closed. */
    boolean isRefusing() {
        return refusing || closed;
    }

    /** Whether there are as many channels as a run may have. */
    boolean isFull() {
        return overfull;
    }

    /**
     * Declares a channel; the caller's thread waits for the lock, since a declaration is not in the loop. Null if the run is full, closed,
     * or has no room.
     */
    Region declare(java.util.function.IntFunction<LongFunction<ChannelDefinition.Fields>> fields) {
        lock.lock();
        try {
            if (channels == MOST_CHANNELS) {
                fill();
                return null;
            }
            byte[] bytes = ChannelDefinition.encode(fields.apply(channels).apply(newestDefinition));
            Region region = closed ? null : append(bytes);
            if (region != null) {
                channels++;
                newestDefinition = region.index();
                header.newestDefinition(newestDefinition);
            }
            return region;
        } finally {
            lock.unlock();
        }
    }

    private void fill() {
        if (!overfull) {
            overfull = true;
            errors.onError(new RunException(RunException.Kind.REFUSED, directory() + " has the most channels that a run can have, " + MOST_CHANNELS
                + "; further ones are off, the computation goes on"));
        }
    }

    /**
     * A thread may still add while another closes, so the mappings that channels hold outlive the recording, and go with the last handle. A
     * recording that was never closed keeps them: its agent looks at them.
     */
    void releaseWhenUnreachable(Object handle, Runnable release) {
        CLEANER.register(handle, () -> {
            if (closed) {
                release.run();
            }
        });
    }

    /** A channel wants to know whether anybody watches. */
    void lookForWatchers() {
        watchersMatter = true;
        watched = Presence.isWatched(directory());
    }

    boolean isWatched() {
        return watched;
    }

    /** Looks once, for the agent, where it matters. */
    void updateWatched() {
        if (watchersMatter) {
            watched = Presence.isWatched(directory());
        }
    }

    void add(Supply supply) {
        supplies.add(supply);
    }

    void note(long timeNs, double x, int level, int channelId, String text) {
        lock.lock();
        try (Region region = closed ? null : append(new NoteDocument(timeNs, x, level, channelId, newestNote, text).encode())) {
            if (region != null) {
                newestNote = region.index();
                header.newestNote(newestNote);
            }
        } finally {
            lock.unlock();
        }
    }

    void figures(long timeNs, String yaml) {
        lock.lock();
        byte[] bytes = new FiguresDocument(timeNs, newestFigures, yaml).encode();
        try (Region region = closed ? null : append(bytes)) {
            if (region != null) {
                figures = new FiguresDocument(timeNs, 0, yaml).encode();
                newestFigures = region.index();
                header.newestFigures(newestFigures);
            }
        } finally {
            lock.unlock();
        }
    }

    private Region append(byte[] bytes) {
        return append(bytes.length, buffer -> buffer.putBytes(0, bytes));
    }

    /** Appends a document, the lock being held; null where there is no room, and then nothing more is asked for until the agent finds some. */
    Region append(int length, DocumentEncoder encoder) {
        if (isRefusing()) {
            return null;
        }
        Region region = null;
        try {
            region = writer.append(length, encoder);
            log.count();
        } catch (RuntimeException | InternalError broken) {
            refusing = true;
            errors.onError(new RunException(RunException.Kind.REFUSED, "plotting to " + directory() + " failed (" + broken
                + "); new data is dropped and counted, the computation goes on", broken));
            return null;
        }
        if (region == null) {
            refuse();
        }
        return region;
    }

    private void refuse() {
        // The agent and a computing thread may find out at once, and a roll gives a little room back: it is told once.
        lock.lock();
        boolean told = refusing || writer.recordedBytes() - toldAtBytes < TELL_AGAIN_BYTES;
        full |= !refusing;
        refusing = true;
        toldAtBytes = told ? toldAtBytes : writer.recordedBytes();
        lock.unlock();
        if (!told) {
            errors.onError(new RunException(RunException.Kind.REFUSED, "no space left for " + directory()
                + "; new data is dropped and counted, the computation goes on"));
        }
    }

    /** The queue, for the agent. */
    QueueWriter writer() {
        return writer;
    }

    /** The number of the file that is written. */
    int file() {
        return file;
    }

    /**
     * Begins a file that does not count yet: readers find all they need by the header before it, whose definitions point into the new file
     * as well. Null, and all stays as it is, if that fails.
     */
    Region beginFile() {
        byte[] bytes = RunHeader.encode(fields, headerRegion.index());
        lock.lock();
        try {
            Region region = writer.roll(bytes.length, buffer -> buffer.putBytes(0, bytes));
            file = QueueFile.numberOf(region.index());
            return region;
        } catch (RuntimeException | InternalError broken) {
            refuse();
            errors.onError(new RunException(RunException.Kind.REFUSED, "plotting to " + directory() + " failed (" + broken
                + "); the computation goes on", broken));
            return null;
        } finally {
            lock.unlock();
        }
    }

    /** Whether a channel was declared that is not among the supplies yet; the lock being held. */
    boolean isDeclaring() {
        return channels != supplies.size();
    }

    /** Defines a channel in the file that was begun, the lock being held; null where there is no room. */
    Region redefine(Supply supply, long previous) {
        return append(ChannelDefinition.encode(supply.ledger().definition().fields().after(previous)));
    }

    /** Makes the file that was begun the one that counts, the lock being held and all channels being defined there; gives the header before. */
    Region finishFile(Region begun, List<Region> definitions) {
        RunHeader next = new RunHeader(begun.buffer());
        try (Region again = figures == null ? null : append(figures)) {
            newestFigures = again == null ? newestFigures : again.index();
        }
        newestDefinition = definitions.isEmpty() ? 0 : definitions.get(definitions.size() - 1).index();
        next.newestDefinition(newestDefinition);
        next.newestNote(newestNote);
        next.newestFigures(newestFigures);
        next.heartbeatNs(epochNs(Instant.now()));
        next.probeNs(header.probeNs());
        for (int i = 0; i < definitions.size(); i++) {
            supplies.get(i).ledger().moveTo(definitions.get(i));
        }
        next.complete();
        header.nextHeader(begun.index());
        header = next;
        Region before = headerRegion;
        headerRegion = begun;
        return before;
    }

    /** Takes the lock for the agent. */
    void lock() {
        lock.lock();
    }

    /** Takes the lock for a computing thread, which spins, then yields, but never parks; false if somebody holds it for too long. */
    boolean lockSpinning() {
        if (lock.tryLock()) {
            return true;
        }
        long beganNs = System.nanoTime();
        long waitedNs = 0;
        while (waitedNs < LOCK_PATIENCE_NS) {
            if (waitedNs < SPIN_NS) {
                Thread.onSpinWait();
            } else {
                Thread.yield();
            }
            if (lock.tryLock()) {
                return true;
            }
            waitedNs = System.nanoTime() - beganNs;
        }
        return false;
    }

    void unlock() {
        lock.unlock();
    }

    /** There is room again: recording goes on, and a note marks the gap. */
    private void resume() {
        if (refusing) {
            refusing = false;
            full = false;
            note(epochNs(Instant.now()), Double.NaN, NoteLevel.WARNING.ordinal(), -1,
                "there was no space for a while; what was dropped is counted in each channel");
        }
    }

    /** How long the file is by now. */
    long recordedBytes() {
        return writer.recordedBytes();
    }

    /** Makes memory present ahead of need, in steps, by the agent; once there is room again, recording goes on. */
    int populate(long aheadBytes, long stepBytes) {
        int work = 0;
        while (writer.populatedBytes() < aheadBytes) {
            if (!writer.populate(Math.min(aheadBytes, writer.populatedBytes() + stepBytes))) {
                if (writer.populatedBytes() == 0) {
                    refuse();
                }
                return work;
            }
            work++;
        }
        resume();
        return work;
    }

    /** Ends the run; computing threads that still add are left with the block they have. */
    void close(EndReason reason) {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            for (Supply supply : supplies) {
                supply.ledger().definition().published(supply.published());
                supply.discardPrepared();
            }
            clocks.note(true);
            clocks.close();
            header.end(told(reason).code(), epochNs(Instant.now()));
            closed = true;
            headerRegion.close();
            writer.close();
        } finally {
            lock.unlock();
        }
        log.tell("ended (" + reason.text() + ") with " + channels + " channels, " + log.documents() + " documents in " + writer.recordedBytes() + " bytes");
    }

    /** Marks the end without taking anything away, from a JVM that is going down. */
    void markEnd(EndReason reason) {
        if (lockSpinning()) {
            try {
                if (!closed) {
                    header.end(told(reason).code(), epochNs(Instant.now()));
                }
            } finally {
                lock.unlock();
            }
        }
    }

    /** A program that ends as planned ends its run while the disk is full: that is what one has to know of the run. */
    private EndReason told(EndReason reason) {
        return full && (reason == EndReason.CLOSED || reason == EndReason.EXIT) ? EndReason.DISK_FULL : reason;
    }
}
