// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.asyncplot.writer.Plot;
import org.asyncplot.writer.PlotContext;
import org.asyncplot.writer.Signal;
import org.asyncplot.writer.TimeSignal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SnapshotCommandTest {
    @TempDir
    Path temporary;
    private Path runs;
    private Path picture;

    @BeforeEach
    void record() {
        runs = temporary.resolve("runs");
        picture = temporary.resolve("picture.png");
        try (Plot plot = Plot.open(new PlotContext().name("sine").runsDirectory(runs))) {
            plot.xAxis("t", "s");
            Signal sine = plot.signal("sine", "V");
            Signal noise = plot.signal("energy", "J", "kinetic", "potential");
            for (int i = 0; i < 5000; i++) {
                sine.add(i * 0.01, Math.sin(i * 0.01));
                noise.add(i * 0.01, i % 7, 9 - i % 7);
            }
        }
    }

    @BeforeEach
    void recordAnother() {
        try (Plot plot = Plot.open(new PlotContext().name("other").runsDirectory(temporary.resolve("runs")))) {
            plot.xAxis("t", "s");
            Signal sine = plot.signal("sine", "V");
            TimeSignal clocked = plot.timeSignal("clocked", "V");
            for (int i = 0; i < 500; i++) {
                sine.add(i * 0.1, Math.sin(i * 0.1 + 0.3));
                clocked.add(1_700_000_000_000_000_000L + i * 100_000_000L, i);
            }
        }
    }

    private CommandTester snapshot(int exitCode, String... options) {
        CommandTester tester = new CommandTester(temporary.resolve("none.properties"));
        List<String> arguments = new ArrayList<>(List.of("snapshot", "--runs", runs.toString()));
        arguments.addAll(Arrays.asList(options));
        assertThat(tester.run(arguments.toArray(String[]::new))).as(tester.err()).isEqualTo(exitCode);
        if (exitCode != 0) {
            assertThat(tester.err().lines().toList()).hasSize(1);
            assertThat(tester.err()).startsWith("asyncplot: ");
            assertThat(picture).doesNotExist();
        }
        return tester;
    }

    private BufferedImage image() throws IOException {
        BufferedImage image = ImageIO.read(picture.toFile());
        assertThat(image).isNotNull();
        return image;
    }

    @Test
    void shouldDrawAWholeRunInTheSizeAskedFor() throws IOException {
        CommandTester tester = snapshot(0, "sine", "-o", picture.toString(), "--size", "640x480", "--scale", "1.5");
        assertThat(tester.out().strip()).isEqualTo(picture.toString());
        assertThat(tester.err()).isEmpty();
        assertThat(image().getWidth()).isEqualTo(960);
        assertThat(image().getHeight()).isEqualTo(720);
    }

    @Test
    void shouldDrawTheSameBytesAgainAndOthersInTheOtherTheme() throws IOException {
        snapshot(0, "sine", "-o", picture.toString());
        byte[] once = Files.readAllBytes(picture);
        snapshot(0, "sine", "-o", picture.toString());
        assertThat(Files.readAllBytes(picture)).isEqualTo(once);
        snapshot(0, "sine", "-o", picture.toString(), "--theme", "dark");
        assertThat(image().getRGB(2, 2) & 0xffffff).isEqualTo(0x0e1115);
    }

    @Test
    void shouldDrawOtherPixelsForAStretchAndForSomeChannels() throws IOException {
        snapshot(0, "sine", "-o", picture.toString());
        byte[] all = Files.readAllBytes(picture);
        snapshot(0, "sine", "-o", picture.toString(), "--from", "10", "--to", "20");
        byte[] stretch = Files.readAllBytes(picture);
        snapshot(0, "sine", "-o", picture.toString(), "--from", "-10s");
        byte[] end = Files.readAllBytes(picture);
        snapshot(0, "sine", "-o", picture.toString(), "--channels", "energy.k*");
        assertThat(List.of(all, stretch, end, Files.readAllBytes(picture))).doesNotHaveDuplicates();
    }

    @Test
    void shouldDrawTheFigureOfAFileAndThatOfTheComputation() throws IOException {
        Path file = Files.writeString(temporary.resolve("figure.yaml"), """
            figure: mine
            panels:
              - title: one
                y: {scale: log}
                series: [energy.potential]
                limits: [{y: 5, label: limit}]
            """);
        snapshot(0, "sine", "-o", picture.toString(), "--figure", file.toString());
        byte[] named = Files.readAllBytes(picture);
        try (Plot plot = Plot.open(new PlotContext().name("sent").runsDirectory(runs))) {
            Signal signal = plot.signal("energy", "J", "kinetic", "potential");
            signal.add(1, 2, 3);
            plot.figure(Files.readString(file));
        }
        snapshot(0, "sent", "-o", picture.toString());
        byte[] sent = Files.readAllBytes(picture);
        snapshot(0, "sent", "-o", picture.toString(), "--channels", "*");
        assertThat(Files.readAllBytes(picture)).as("laid out by itself").isNotEqualTo(sent).isNotEqualTo(named);
    }

    @Test
    void shouldDrawAnEmptyPlotOfARunWithoutSamples() throws IOException {
        try (Plot plot = Plot.open(new PlotContext().name("empty").runsDirectory(runs))) {
            plot.signal("nothing", "V");
        }
        snapshot(0, "empty", "-o", picture.toString());
        BufferedImage image = image();
        long others = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 100; y < image.getHeight() - 100; y++) {
                others += image.getRGB(x, y) == image.getRGB(x, 99) ? 0 : 1;
            }
        }
        assertThat(others).as("pixels of the words that say so").isPositive();
    }

    @Test
    void shouldDrawARunWhileItIsWritten() throws IOException {
        try (Plot plot = Plot.open(new PlotContext().name("live").runsDirectory(runs))) {
            Signal signal = plot.signal("a", "");
            signal.add(0, 1);
            signal.add(1, 2);
            snapshot(0, "live", "-o", picture.toString());
            byte[] before = Files.readAllBytes(picture);
            signal.add(2, 0);
            snapshot(0, "live", "-o", picture.toString());
            assertThat(Files.readAllBytes(picture)).isNotEqualTo(before);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "3 | no run 'nope'                  | nope -o P",
        "2 | does not end in .png           | sine -o P.svg",
        "2 | '-o=FILE.png'                  | sine",
        "2 | is no size                     | sine -o P --size 12x12",
        "2 | is not between                 | sine -o P --scale 9",
        "2 | million pixels                 | sine -o P --scale 8 --size 9000x9000",
        "2 | 'soon' is no position          | sine -o P --to soon",
        "1 | is a time                      | sine -o P --from 2026-01-01",
        "3 | it has sine, energy            | sine -o P --channels x*",
        "1 | there is no figure file        | sine -o P --figure nothing.yaml",
        "1 | there is no directory          | sine -o nowhere/P",
        "3 | no run fits 'x*'               | x* sine -o P",
        "2 | not among those that are shown | sine -o P --offset other=3",
        "2 | is no length                   | sine -o P --offset sine=soon",
        "2 | draws one run; these are 2     | sine other -o P --plotter P",
    })
    void shouldSayWhatIsWrongInOneLine(int exitCode, String words, String line) {
        String[] options = line.replace("P.svg", temporary + "/picture.svg").replace("nowhere/P", temporary + "/nowhere/p.png")
                .replace("-o P", "-o " + picture).split(" ");
        assertThat(snapshot(exitCode, options).err()).contains(words);
    }

    @Test
    void shouldDrawRunsOverEachOtherAsTheyAreAligned() throws IOException {
        List<byte[]> drawn = new ArrayList<>();
        for (String line : List.of("sine", "sine other", "sine other --offset other=2", "sine other --offset other=-500ms",
                "sine other --align start")) {
            List<String> options = new ArrayList<>(List.of(line.split(" ")));
            options.addAll(List.of("-o", picture.toString()));
            snapshot(0, options.toArray(String[]::new));
            drawn.add(Files.readAllBytes(picture));
        }
        assertThat(drawn).doesNotHaveDuplicates();
    }

    @Test
    void shouldNameFileLineAndNearestKeyOfABadFigure() throws IOException {
        Path file = Files.writeString(temporary.resolve("bad.yaml"), "figure: a\npanels:\n  - titel: b\n");
        assertThat(snapshot(1, "sine", "-o", picture.toString(), "--figure", file.toString()).err())
                .contains("bad.yaml:3:5").contains("did you mean 'title'?");
        Files.writeString(file, "figure: a\npanels:\n  - series: [energy.kinetik]\n");
        assertThat(snapshot(1, "sine", "-o", picture.toString(), "--figure", file.toString()).err())
                .contains("bad.yaml: ").contains("did you mean 'energy.kinetic'?");
        Files.write(file, new byte[] {(byte) 0xff, 0, 1});
        assertThat(snapshot(1, "sine", "-o", picture.toString(), "--figure", file.toString()).err()).contains("not UTF-8");
    }

    @Test
    void shouldChangeNoByteOfTheRun() throws IOException {
        List<String> before = bytes();
        snapshot(0, "sine", "-o", picture.toString());
        assertThat(bytes()).isEqualTo(before);
    }

    private List<String> bytes() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(runs)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                found.add(file + " " + Files.getLastModifiedTime(file) + " " + Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        return found;
    }

    private static String readmeFigure() throws IOException {
        Matcher example = Pattern.compile("```yaml\n(figure: .*?)```", Pattern.DOTALL).matcher(Files.readString(Path.of("../README.md")));
        assertThat(example.find()).as("README.md has a figure").isTrue();
        return example.group(1);
    }

    @Test
    void shouldDrawDerivedSignalsOfTheFigureInTheReadme() throws IOException {
        try (Plot plot = Plot.open(new PlotContext().name("pendulum").runsDirectory(runs))) {
            plot.xAxis("t", "s");
            Signal angle = plot.signal("angle", "rad");
            for (int i = 0; i < 60_000; i++) {
                angle.add(i * 1e-3, Math.sin(i * 1e-3));
            }
        }
        Path figure = Files.writeString(temporary.resolve("pendulum.yaml"), readmeFigure());

        CommandTester tester = snapshot(0, "pendulum", "-o", picture.toString(), "--figure", figure.toString());

        assertThat(tester.err()).isEmpty();
        assertThat(image().getWidth()).isEqualTo(1200);
    }

    @Test
    void shouldDrawTheRestAndSayWhatTheRunLacksForADerivedSignal() throws IOException {
        Path figure = Files.writeString(temporary.resolve("drift.yaml"), "signals:\n  drift: derivative(`sin`)\npanels:\n"
            + "  - series: [sine]\n  - series: [drift]\n");

        CommandTester tester = snapshot(0, "sine", "-o", picture.toString(), "--figure", figure.toString());

        assertThat(tester.err()).isEqualTo("asyncplot: 'drift' cannot be made: there is no signal 'sin'; did you mean 'sine'?\n");
        assertThat(image().getWidth()).isEqualTo(1200);
    }
}
