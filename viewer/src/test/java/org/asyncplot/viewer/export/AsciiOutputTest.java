// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class AsciiOutputTest {
    private static String time(long epochNs) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        AsciiOutput output = new AsciiOutput(bytes);
        output.time(epochNs);
        output.flush();
        return bytes.toString(StandardCharsets.US_ASCII);
    }

    @Test
    void shouldWriteNoMoreDigitsOfTheSecondThanItTakes() throws IOException {
        assertThat(time(0)).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(time(-1)).isEqualTo("1969-12-31T23:59:59.999999999Z");
        assertThat(time(1_500_000_000L)).isEqualTo("1970-01-01T00:00:01.5Z");
        assertThat(time(Long.MAX_VALUE)).isEqualTo("2262-04-11T23:47:16.854775807Z");
        assertThat(time(Long.MIN_VALUE)).isEqualTo("1677-09-21T00:12:43.145224192Z");
    }

    @Test
    void shouldWriteMomentsThatJavaReadsBack() throws IOException {
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            long epochNs = random.nextLong() >> random.nextInt(50);
            Instant moment = Instant.parse(time(epochNs));
            assertThat(moment.getEpochSecond() * 1_000_000_000L + moment.getNano()).as("seed 3, moment %d", i).isEqualTo(epochNs);
        }
    }
}
