// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class Utf8DecoderTest {
    private static final long SEED = 0xef_bb_bf;

    private final Utf8Decoder decoder = new Utf8Decoder();

    /** Decodes in pieces of at most so many bytes. */
    private static String decode(Utf8Decoder decoder, byte[] bytes, int piece) {
        StringBuilder text = new StringBuilder();
        for (int from = 0; from < bytes.length; from += piece) {
            byte[] part = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + piece));
            char[] chars = new char[part.length + Utf8Decoder.EXTRA_CHARS];
            text.append(chars, 0, decoder.decode(part, part.length, chars));
        }
        char[] rest = new char[Utf8Decoder.EXTRA_CHARS];
        return text.append(rest, 0, decoder.finish(rest)).toString();
    }

    @Test
    void shouldDropTheByteOrderMarkOnlyAtTheBeginning() {
        assertThat(decode(decoder, "\ufeffa\ufeffb".getBytes(StandardCharsets.UTF_8), 1)).isEqualTo("a\ufeffb");
        assertThat(decoder.firstBadLine()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        // Latin-1, a lone continuation, a cut sequence, overlong, a surrogate, beyond U+10FFFF.
        "c3a9e9, \u00e9\ufffd",
        "8041, \ufffdA",
        "e28241, \ufffdA",
        "e282, \ufffd",
        "c080, \ufffd\ufffd",
        "eda080, \ufffd\ufffd\ufffd",
        "f4908080, \ufffd\ufffd\ufffd\ufffd",
        "f09f988041, \ud83d\ude00A",
        "f09f98f09f9880, \ufffd\ud83d\ude00",
    })
    void shouldReplaceEachBadSequenceOnceWhenBytesAreNoUtf8(String hex, String expected) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        for (int piece = 1; piece <= bytes.length; piece++) {
            assertThat(decode(new Utf8Decoder(), bytes, piece)).isEqualTo(expected);
        }
    }

    @Test
    void shouldNameTheLineOfTheFirstBadByte() {
        decode(decoder, "a\nb\nc\u00e9\nd\u00e9".getBytes(StandardCharsets.ISO_8859_1), 2);

        assertThat(decoder.firstBadLine()).isEqualTo(3);
    }

    @Test
    void shouldEqualTheDecoderOfTheJdkWhenTextIsRandom() {
        Random random = new Random(SEED);
        for (int i = 0; i < 20_000; i++) {
            String text = random.ints(random.nextInt(40), 1, 0x11_0000).filter(c -> c < 0xd800 || c > 0xdfff).filter(c -> c != 0xfeff)
                .map(c -> random.nextBoolean() ? c & 0x7f : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
            int piece = 1 + random.nextInt(9);
            assertThat(decode(new Utf8Decoder(), text.getBytes(StandardCharsets.UTF_8), piece))
                .as("text %d of seed %d", i, SEED).isEqualTo(text);
        }
    }

    @Test
    void shouldReplaceWhereTheDecoderOfTheJdkDoesWhenBytesAreRandom() {
        Random random = new Random(SEED);
        for (int i = 0; i < 50_000; i++) {
            byte[] bytes = new byte[random.nextInt(24)];
            random.nextBytes(bytes);
            // It makes one replacement of a whole encoded surrogate, the standard one of each byte: compared without repeats.
            String expected = new String(bytes, StandardCharsets.UTF_8).replaceAll("\ufffd+", "\ufffd");
            String decoded = decode(new Utf8Decoder(), bytes, 1 + random.nextInt(5)).replaceAll("\ufffd+", "\ufffd");
            assertThat(decoded).as("bytes %d of seed %d", i, SEED).isEqualTo(expected);
        }
    }
}
