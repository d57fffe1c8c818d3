// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever comes in, reading ends, by itself or by the one declared exception, and says so on single lines. */
@Timeout(120)
class IngestFuzzTest {
    private static final long SEED = 4711;
    private static final String ALPHABET = "0123456789.,;\t \n\n\r\"'#-+eEnaNAx[]()\u00e9T:Z/";

    /** Takes rows of any table without keeping them. */
    private static final class CountingTarget implements RowTarget, RowSink {
        private long rows;

        @Override
        public void announce() {
            rows = 0;
        }

        @Override
        public RowSink open(Layout layout) {
            assertThat(layout.columns()).isNotEmpty().extracting(Column::name).doesNotHaveDuplicates().doesNotContain("");
            return this;
        }

        @Override
        public void numberRow(double x, double[] values) {
            assertThat(x).isFinite();
            rows++;
        }

        @Override
        public void timeRow(long epochNs, double[] values) {
            rows++;
        }
    }

    private static void read(IngestOptions options, byte[] bytes, String what) {
        CountingTarget target = new CountingTarget();
        List<String> lines = new ArrayList<>();
        Ingest ingest = new Ingest(options, target, lines::add);
        try {
            ingest.read(new ByteArrayInputStream(bytes));
        } catch (IngestException declared) {
            lines.add(declared.getMessage());
        } catch (RuntimeException undeclared) {
            throw new AssertionError(what, undeclared);
        }
        assertThat(ingest.report().rows()).as(what).isEqualTo(target.rows);
        assertThat(lines).as(what).allSatisfy(line -> assertThat(line).isNotBlank()
            .doesNotContain("\n", "\r", "\u001b").hasSizeLessThan(2000));
    }

    private static IngestOptions randomOptions(Random random) {
        HeaderRule[] rules = HeaderRule.values();
        String[] delimiters = {",", ";", "tab", "blanks", "|"};
        String[] formats = {"iso", "s", "ns", "HH:mm"};
        return new IngestOptions(rules[random.nextInt(rules.length)],
            random.nextInt(3) > 0 ? Optional.empty() : Optional.of(Dialect.of(delimiters[random.nextInt(delimiters.length)])),
            random.nextInt(4) > 0 ? Optional.empty() : Optional.of(Integer.toString(random.nextInt(3))),
            random.nextInt(4) > 0 ? Optional.empty() : Optional.of(TimeFormat.of(formats[random.nextInt(formats.length)])),
            random.nextInt(4) == 0, random.nextBoolean());
    }

    @Test
    void shouldEndInOrderWhenBytesAreRandom() {
        Random random = new Random(SEED);
        for (int i = 0; i < 2000; i++) {
            byte[] bytes = new byte[random.nextInt(600)];
            random.nextBytes(bytes);
            if (random.nextBoolean()) {
                for (int at = 0; at < bytes.length; at++) {
                    bytes[at] = bytes[at] == 0 ? 1 : bytes[at];
                }
            }
            read(randomOptions(random), bytes, "bytes " + i + " of seed " + SEED);
        }
    }

    @Test
    void shouldEndInOrderWhenTextLooksLikeATable() {
        Random random = new Random(SEED);
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(400);
            for (int at = 0; at < length; at++) {
                text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
            read(randomOptions(random), text.toString().getBytes(StandardCharsets.UTF_8), "text " + i + " of seed " + SEED);
        }
    }

    @Test
    void shouldEndInOrderWhenATableIsDamaged() {
        Random random = new Random(SEED);
        StringBuilder table = new StringBuilder("time [s],angle (rad),\"note, long\",b\n");
        for (int i = 0; i < 60; i++) {
            table.append(i).append(',').append(random.nextGaussian()).append(",\"n").append(i).append("\",")
                .append(i % 7 == 0 ? "" : "1e3").append('\n');
        }
        byte[] good = table.toString().getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 2_500; i++) {
            byte[] bytes = good.clone();
            for (int damage = random.nextInt(12); damage > 0; damage--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            read(randomOptions(random), bytes, "table " + i + " of seed " + SEED);
        }
    }
}
