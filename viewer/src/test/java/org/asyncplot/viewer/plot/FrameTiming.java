// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.asyncplot.core.figure.FigureSpec;
import org.asyncplot.core.run.XType;
import org.asyncplot.core.series.SampleColumn;
import org.asyncplot.core.series.SignalSeries;
import org.asyncplot.core.series.Trace;
import org.asyncplot.core.series.XRange;
import org.asyncplot.viewer.source.Snapshot;

/** How long painting alone takes, the traces being ready: run the main method. */
final class FrameTiming {
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 800;
    private static final int FRAMES = 400;

    /** Remembers its traces. */
    private record Ready(SignalSeries series, Map<Integer, Trace> traces) implements SignalSeries {
        @Override
        public String name() {
            return series.name();
        }

        @Override
        public String channel() {
            return series.channel();
        }

        @Override
        public String unit() {
            return series.unit();
        }

        @Override
        public String xName() {
            return series.xName();
        }

        @Override
        public String xUnit() {
            return series.xUnit();
        }

        @Override
        public XType xType() {
            return series.xType();
        }

        @Override
        public long count() {
            return series.count();
        }

        @Override
        public XRange extent() {
            return series.extent();
        }

        @Override
        public double lastY() {
            return series.lastY();
        }

        @Override
        public SampleColumn samples() {
            return series.samples();
        }

        @Override
        public Trace trace(XRange range, int columns) {
            return traces.computeIfAbsent(columns, wanted -> series.trace(range, wanted));
        }
    }

    private FrameTiming() {
    }

    public static void main(String[] arguments) throws IOException {
        time("one signal, 10^6 noisy samples", Gallery.snapshot("noise", ready(Gallery.noise("noise", 1_000_000))));
        time("one signal, 2000 noisy samples (lines)", Gallery.snapshot("noise", ready(Gallery.noise("noise", 2_000))));
        time("one signal, 1000 noisy samples (lines)", Gallery.snapshot("noise", ready(Gallery.noise("noise", 1_000))));
        time("twelve smooth signals of 400 samples", Gallery.snapshot("twelve", ready(Gallery.twelve())));
        png();
    }

    private static List<SignalSeries> ready(List<SignalSeries> signals) {
        return signals.stream().<SignalSeries>map(signal -> new Ready(signal, new HashMap<>())).toList();
    }

    private static void time(String what, Snapshot snapshot) {
        FigureSpec figure = AutoLayout.of(snapshot);
        FigurePainter painter = new FigurePainter(Theme.DARK, 1);
        int[] pixels = new int[WIDTH * HEIGHT];
        double[] ms = new double[FRAMES];
        for (int i = 0; i < FRAMES; i++) {
            long start = System.nanoTime();
            painter.paint(pixels, WIDTH, HEIGHT, figure, snapshot);
            ms[i] = (System.nanoTime() - start) / 1e6;
        }
        System.out.printf("%-45s first %.1f ms, ", what, ms[0]);
        double[] warm = Arrays.copyOfRange(ms, FRAMES / 2, FRAMES);
        Arrays.sort(warm);
        System.out.printf("median %.2f ms, p90 %.2f ms%n", warm[warm.length / 2], warm[warm.length * 9 / 10]);
    }

    private static void png() throws IOException {
        Snapshot snapshot = Gallery.snapshot("noise", Gallery.noise("noise", 1_000_000));
        FigurePainter painter = new FigurePainter(Theme.LIGHT, 1);
        int[] pixels = new int[1000 * 700];
        painter.paint(pixels, 1000, 700, AutoLayout.of(snapshot), snapshot);
        Path file = Files.createTempFile("frame", ".png");
        double[] ms = new double[100];
        for (int i = 0; i < ms.length; i++) {
            long start = System.nanoTime();
            PngFile.write(file, pixels, 1000, 700);
            ms[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(ms);
        System.out.printf("%-45s median %.2f ms, %d bytes%n", "PNG 1000x700 of the noise", ms[50], Files.size(file));
        Files.delete(file);
    }
}
