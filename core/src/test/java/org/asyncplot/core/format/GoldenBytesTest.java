// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every document as bytes, compared with what is stored beside this test. A difference is a change of the format: runs on people's disks
 * would no longer be read. What was found is left in target/golden.
 */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class GoldenBytesTest {
    private static byte[] document(String name) {
        return switch (name) {
            case "RunHeader" -> header();
            case "ChannelDefinition" -> definition();
            case "SignalBlock" -> signalBlock();
            case "SealedBlock" -> sealedBlock();
            case "BlockIndex" -> blockIndex();
            case "ClockBlock" -> clockBlock();
            case "WaveformFrame" -> waveform();
            case "ImageFrame" -> image();
            case "Note" -> new NoteDocument(1_700_000_000_000_000_001L, 2.5, 1, 3, 0x50e900000005L, "wendepunkt ψ").encode();
            case "Figures" -> new FiguresDocument(1_700_000_000_000_000_002L, 0x50e900000006L, "figure: a\n").encode();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static byte[] header() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("dt", "0.001");
        parameters.put("what", "ψ");
        byte[] bytes = RunHeader.encode(new RunHeader.Fields("pendulum", "host", "java Pendulum", parameters, 1_700_000_000_000_000_000L, 123_456L,
            4127, 1_699_999_999_000L), 0x50e800000000L);
        RunHeader header = new RunHeader(new UnsafeBuffer(bytes));
        header.heartbeatNs(1_700_000_000_100_000_000L);
        header.probeNs(777);
        header.newestDefinition(0x50e900000001L);
        header.newestNote(0x50e900000002L);
        header.newestFigures(0x50e900000003L);
        header.complete();
        header.nextHeader(0x50ea00000000L);
        header.retire();
        header.end(1, 1_700_000_001_000_000_000L);
        return bytes;
    }

    private static byte[] definition() {
        byte[] bytes = ChannelDefinition.encode(new ChannelDefinition.Fields(3, 2, 1, 0, "psi", "1/m", List.of("a", "b"), "x", "m", "t", "s", 3,
            0x50e900000001L));
        ChannelDefinition definition = new ChannelDefinition(new UnsafeBuffer(bytes));
        definition.newestBlock(0x50e900000004L);
        definition.published(1000);
        definition.newestIndex(1, 0x50e900000005L);
        definition.newestIndex(3, 0x50e900000006L);
        definition.newestClock(0x50e900000007L);
        definition.dropped(17);
        definition.waited(3, 12_345);
        return bytes;
    }

    private static byte[] signalBlock() {
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[SignalBlock.length(2, 2)]);
        SignalBlock.encode(buffer, 5, 2, 2, 0x50e900000004L);
        SignalBlock block = new SignalBlock(buffer);
        block.firstSample(1_000_000);
        block.x(0, 1.5);
        block.y(0, 0, -2);
        block.y(1, 0, Double.NaN);
        block.timeNs(1, 1_700_000_000_000_000_000L);
        block.y(0, 1, 3);
        block.y(1, 1, 4);
        block.publish(2);
        return buffer.byteArray();
    }

    private static byte[] sealedBlock() {
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[SignalBlock.length(130, 1)]);
        SignalBlock.encode(buffer, 5, 130, 1, 0);
        SignalBlock block = new SignalBlock(buffer);
        for (int i = 0; i < 130; i++) {
            block.x(i, i);
            block.y(0, i, i == 3 ? Double.NEGATIVE_INFINITY : i == 129 ? Double.NaN : 200 - i);
        }
        block.publish(130);
        block.summary().orElseThrow().write(block, 130, new Stretch(1, false));
        return buffer.byteArray();
    }

    private static byte[] blockIndex() {
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[BlockIndex.length(1)]);
        BlockIndex.begin(buffer, 5, 1, 1);
        SignalBlock block = new SignalBlock(new UnsafeBuffer(sealedBlock()));
        for (int row = 0; row < BlockIndex.ROWS; row++) {
            Stretch facts = new Stretch(1, false);
            facts.append(block, row, row + 2);
            BlockIndex.row(buffer, row, 0x50e900000010L + row, 4096L * row, 1000 + 2 * row, facts, 1);
        }
        BlockIndex.finish(buffer, 64, 0x50e900000009L, 1);
        return buffer.byteArray();
    }

    private static byte[] clockBlock() {
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[ClockBlock.length(4)]);
        ClockBlock.encode(buffer, 5, 4, 0x50e900000004L, 0x50e900000002L, 1_000_000);
        ClockBlock clock = new ClockBlock(buffer);
        clock.add(1_000_000, 17);
        clock.add(11_000_000, 10_017);
        return buffer.byteArray();
    }

    private static byte[] waveform() {
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[(int) Frame.length(3, 4, true)]);
        Frame.encodeWaveform(buffer, 6, 1, 3, true, -1, 0.5, 0x50e900000007L);
        Frame frame = new Frame(buffer);
        for (int i = 0; i < 3; i++) {
            buffer.putDouble(Frame.PAYLOAD_OFFSET + 8 * i, i * i);
            buffer.putFloat(frame.elementsOffset() + 4 * i, i + 0.5f);
        }
        frame.publish(9, 1_700_000_000_000_000_003L, 2);
        return buffer.byteArray();
    }

    private static byte[] image() {
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[(int) Frame.length(6, 1, false)]);
        Frame.encodeImage(buffer, 7, 4, 2, 3, new double[] {0, 1, 10, -2}, 0x50e900000008L);
        Frame frame = new Frame(buffer);
        for (int i = 0; i < 6; i++) {
            buffer.putByte(frame.elementsOffset() + i, (byte) (i + 250));
        }
        frame.publish(10, 1_700_000_000_000_000_004L, 6);
        return buffer.byteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RunHeader", "ChannelDefinition", "SignalBlock", "SealedBlock", "BlockIndex", "ClockBlock", "WaveformFrame", "ImageFrame", "Note", "Figures"})
    void shouldBeTheBytesThatWereAgreedOn(String name) throws IOException {
        String found = dump(document(name));
        Path target = Files.createDirectories(Path.of("target", "golden")).resolve(name + ".txt");
        Files.writeString(target, found);
        try (InputStream stored = GoldenBytesTest.class.getResourceAsStream(name + ".txt")) {
            assertThat(stored).as("%s.txt is missing beside this test; %s has what is written now", name, target).isNotNull();
            assertThat(found).isEqualTo(new String(stored.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** Sixteen bytes a line, lines of zeros left out, the length last. */
    private static String dump(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < bytes.length; line += 16) {
            StringBuilder hex = new StringBuilder();
            boolean zero = true;
            for (int i = line; i < Math.min(bytes.length, line + 16); i++) {
                hex.append(String.format(" %02x", bytes[i]));
                zero &= bytes[i] == 0;
            }
            if (!zero) {
                text.append(String.format("%04x:%s%n", line, hex));
            }
        }
        return text.append(String.format("%04x%n", bytes.length)).toString().replace("\r", "");
    }
}
