// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever goes into a document comes out of it; whatever is done to its bytes is one of our errors, never another. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class DocumentsTest {
    private static final int ROUNDS = 3000;

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(30);
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(switch (random.nextInt(4)) {
                case 0 -> 32 + random.nextInt(95);
                case 1 -> 0x3b1 + random.nextInt(20);
                case 2 -> 0x1f600 + random.nextInt(50);
                default -> random.nextInt(32);
            });
        }
        return text.toString();
    }

    private static RunHeader.Fields header(Random random) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            parameters.put("k" + i + text(random), text(random));
        }
        return new RunHeader.Fields(text(random), text(random), text(random), parameters, random.nextLong(), random.nextLong(),
            random.nextLong(), random.nextLong());
    }

    private static ChannelDefinition.Fields definition(Random random) {
        List<String> columns = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            columns.add(text(random));
        }
        return new ChannelDefinition.Fields(random.nextInt(), random.nextInt(3), random.nextInt(5), random.nextInt(2), text(random), text(random),
            columns, text(random), text(random), text(random), text(random), random.nextInt(65_535), random.nextLong());
    }

    private static NoteDocument note(Random random) {
        return new NoteDocument(random.nextLong(), random.nextBoolean() ? Double.NaN : random.nextGaussian(), random.nextInt(3),
            random.nextInt(), random.nextLong(), text(random));
    }

    @Test
    void shouldReadWhatWasWritten() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            RunHeader.Fields header = header(random);
            assertThat(new RunHeader(new UnsafeBuffer(RunHeader.encode(header))).fields()).as("seed %d", seed).isEqualTo(header);
            ChannelDefinition.Fields definition = definition(random);
            assertThat(new ChannelDefinition(new UnsafeBuffer(ChannelDefinition.encode(definition))).fields()).as("seed %d", seed)
                .isEqualTo(definition);
            NoteDocument note = note(random);
            assertThat(NoteDocument.decode(new UnsafeBuffer(note.encode()))).as("seed %d", seed).isEqualTo(note);
            FiguresDocument figures = new FiguresDocument(random.nextLong(), random.nextLong(), text(random));
            assertThat(FiguresDocument.decode(new UnsafeBuffer(figures.encode()))).as("seed %d", seed).isEqualTo(figures);
        }
    }

    @Test
    void shouldReadBlocksAndFramesInPlace() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            int capacity = 1 + random.nextInt(50);
            int columns = 1 + random.nextInt(4);
            UnsafeBuffer buffer = new UnsafeBuffer(new byte[SignalBlock.length(capacity, columns)]);
            SignalBlock.encode(buffer, 1, capacity, columns, seed);
            SignalBlock block = new SignalBlock(buffer);
            double[][] values = new double[columns + 1][capacity];
            for (int i = 0; i < capacity; i++) {
                block.x(i, values[columns][i] = random.nextGaussian());
                for (int column = 0; column < columns; column++) {
                    block.y(column, i, values[column][i] = random.nextGaussian());
                }
            }
            block.publish(capacity);
            SignalBlock read = new SignalBlock(buffer);
            assertThat(read.count()).isEqualTo(capacity);
            assertThat(read.previousBlock()).isEqualTo(seed);
            for (int i = 0; i < capacity; i++) {
                assertThat(read.x(i)).isEqualTo(values[columns][i]);
                for (int column = 0; column < columns; column++) {
                    assertThat(read.y(column, i)).as("seed %d", seed).isEqualTo(values[column][i]);
                }
            }
        }
    }

    @Test
    void shouldRefuseDamagedDocumentsWithItsOwnErrorsOnly() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            UnsafeBuffer blockBytes = new UnsafeBuffer(new byte[SignalBlock.length(4, 2)]);
            SignalBlock.encode(blockBytes, 1, 4, 2, 0);
            UnsafeBuffer frameBytes = new UnsafeBuffer(new byte[(int) Frame.length(4, 8, false)]);
            Frame.encodeImage(frameBytes, 1, 0, 2, 2, new double[4], 0);
            damage(seed, random, RunHeader.encode(header(random)), bytes -> new RunHeader(bytes).fields());
            damage(seed, random, ChannelDefinition.encode(definition(random)), bytes -> new ChannelDefinition(bytes).fields());
            damage(seed, random, note(random).encode(), NoteDocument::decode);
            damage(seed, random, new FiguresDocument(1, 2, text(random)).encode(), FiguresDocument::decode);
            damage(seed, random, blockBytes.byteArray(), SignalBlock::new);
            damage(seed, random, frameBytes.byteArray(), Frame::new);
        }
    }

    private static void damage(int seed, Random random, byte[] document, Consumer<UnsafeBuffer> reader) {
        byte[] bytes = Arrays.copyOf(document, random.nextInt(3) == 0 ? random.nextInt(document.length + 1) : document.length);
        for (int i = random.nextInt(8); i > 0 && bytes.length > 0; i--) {
            bytes[random.nextInt(Math.min(bytes.length, random.nextBoolean() ? 40 : bytes.length))] = (byte) random.nextInt();
        }
        try {
            reader.accept(new UnsafeBuffer(bytes));
        } catch (FormatException | NewerFormatException refused) {
            assertThat(refused.getMessage()).as("seed %d", seed).isNotBlank().doesNotContain("\n");
        } catch (RuntimeException other) {
            throw new AssertionError("seed " + seed, other);
        }
    }

    @Test
    void shouldRefuseANewerFormatByItsNumber() {
        byte[] bytes = RunHeader.encode(header(new Random(1)));
        bytes[DocumentHeader.LENGTH + 8] = 2;
        assertThatThrownBy(() -> new RunHeader(new UnsafeBuffer(bytes))).isInstanceOf(NewerFormatException.class)
            .hasMessageContaining("version 2");
    }
}
