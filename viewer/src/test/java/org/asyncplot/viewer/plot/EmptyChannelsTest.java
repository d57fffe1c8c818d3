// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import org.asyncplot.core.figure.FigureSpec;
import org.asyncplot.core.figure.FigureYaml;
import org.asyncplot.core.figure.PanelSpec;
import org.asyncplot.core.run.Run;
import org.asyncplot.viewer.source.RunSnapshot;
import org.asyncplot.viewer.source.Snapshot;
import org.asyncplot.writer.Plot;
import org.asyncplot.writer.PlotContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EmptyChannelsTest {
    private static final int WIDTH = 500;
    private static final int HEIGHT = 600;
    private static final String FIGURE = """
        figure: early
        panels:
          - {title: line, kind: line, series: [signal]}
          - {title: curve, kind: waveform, series: [wave]}
          - {title: field, kind: image, series: [field]}
          - {title: log, kind: line, x: {scale: log}, y: {scale: log}, series: [signal]}
        """;

    @TempDir
    Path runs;

    @Test
    void shouldDrawEmptyPanelsWhenAFigureNamesChannelsWithoutSamples() {
        Path directory = record(false);
        try (Run run = Run.open(directory)) {
            Snapshot snapshot = RunSnapshot.of(run, name -> true);
            FigureSpec figure = FigureYaml.read(FIGURE, "figure");
            int[] pixels = new int[WIDTH * HEIGHT];
            new FigurePainter(Theme.LIGHT, 1).paint(pixels, WIDTH, HEIGHT, figure, snapshot);
            int card = (HEIGHT - 42) / figure.panels().size();
            for (int i = 0; i < figure.panels().size(); i++) {
                int middle = 34 + i * card + card / 2;
                long ink = Arrays.stream(pixels, (middle - 25) * WIDTH, (middle + 25) * WIDTH)
                    .filter(pixel -> (pixel & 0xFF) < (Theme.LIGHT.tokens().muted() & 0xFF) + 40).count();
                assertThat(ink).as("panel %d says that it is empty", i + 1).isGreaterThan(40);
            }
        }
    }

    @Test
    void shouldLeaveEmptyChannelsOutOfALayoutUnlessThereAreNoOthers() {
        try (Run run = Run.open(record(true))) {
            assertThat(AutoLayout.of(RunSnapshot.of(run, name -> true)).panels()).extracting(PanelSpec::title).containsExactly("full");
        }
        try (Run run = Run.open(record(false))) {
            assertThat(AutoLayout.of(RunSnapshot.of(run, name -> true)).panels()).extracting(PanelSpec::title)
                .containsExactly("wave", "field", "signal");
        }
    }

    private Path record(boolean full) {
        try (Plot plot = Plot.open(new PlotContext().name("early").runsDirectory(runs))) {
            plot.signal("signal", "V");
            plot.waveform("wave", "V", 10);
            plot.image("field", "V", 3, 4);
            if (full) {
                plot.signal("full", "V").add(1, 2);
            }
            return plot.directory().orElseThrow();
        }
    }
}
