// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class FigureYamlPropertyTest {
    private static final int ROUNDS = 5_000;
    private static final List<String> SHARP = List.of("\t", "\n", " ", "  ", ":", ": ", "- ", "[", "]", "{", "}", "&a ", "*a", "!",
            "!!int ", "|\n", ">\n", "'", "\"", "\\U99999999", "\\x", "%YAML 99999999999.1\n", "---\n", "...\n", "#", "?", "? ", "\u0000",
            "\ud800", "\ufeff", "~", "null", "<<: ", "1e999", "-", "panels", "x: {last: 30 s}\n", "[[[[[[[[[[", "{a: {a: {a: ");

    @Test
    void shouldReadBackAnyFigureItWrote() {
        long seed = System.nanoTime();
        RandomFigures figures = new RandomFigures(seed);
        for (int i = 0; i < ROUNDS; i++) {
            FigureSpec figure = figures.figure();
            String yaml = FigureYaml.write(figure);
            assertThat(FigureYaml.read(yaml, "f.yaml")).as("seed %d, round %d%n%s", seed, i, yaml).isEqualTo(figure);
        }
    }

    @Test
    void shouldKeepTheOrderOfSignalsWhenItReadsThemBack() {
        long seed = System.nanoTime();
        RandomFigures figures = new RandomFigures(seed);
        for (int i = 0; i < 1000; i++) {
            FigureSpec figure = figures.figure();
            assertThat(FigureYaml.read(FigureYaml.write(figure), "f.yaml").signals().keySet()).as("seed %d, round %d", seed, i)
                    .containsExactlyElementsOf(figure.signals().keySet());
        }
    }

    @Test
    void shouldThrowNothingButItsOwnExceptionWhenAFileIsMangled() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        RandomFigures figures = new RandomFigures(seed);
        int refused = 0;
        for (int i = 0; i < ROUNDS; i++) {
            String yaml = mangle(FigureYaml.write(figures.figure()), random);
            try {
                FigureYaml.read(yaml, "f.yaml");
            } catch (FigureException expected) {
                refused++;
                assertThat(expected.getMessage()).as("seed %d, round %d%n%s", seed, i, yaml)
                        .matches("f\\.yaml:[1-9][0-9]*:[1-9][0-9]*: \\S.*");
            } catch (RuntimeException | StackOverflowError other) {
                fail("seed " + seed + ", round " + i + "\n" + yaml, other);
            }
        }
        assertThat(refused).as("mangled files that no longer are figures").isGreaterThan(ROUNDS / 4);
    }

    private static String mangle(String yaml, Random random) {
        StringBuilder text = new StringBuilder(yaml);
        for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
            int at = random.nextInt(text.length() + 1);
            int end = Math.min(text.length(), at + random.nextInt(8));
            switch (random.nextInt(4)) {
                case 0 -> text.delete(at, end);
                case 1 -> text.insert(at, SHARP.get(random.nextInt(SHARP.size())));
                case 2 -> text.insert(at, text.substring(at, end));
                default -> text.replace(at, end, String.valueOf((char) random.nextInt(random.nextBoolean() ? 128 : 65536)));
            }
        }
        return text.toString();
    }
}
