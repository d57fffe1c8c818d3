// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.util.Locale;
import org.asyncplot.core.run.ElementType;
import org.asyncplot.core.run.NoteLevel;
import org.asyncplot.writer.Axis;
import org.asyncplot.writer.FrameClaim;
import org.asyncplot.writer.Image;
import org.asyncplot.writer.Notes;
import org.asyncplot.writer.Plot;
import org.asyncplot.writer.PlotContext;
import org.asyncplot.writer.Signal;
import org.asyncplot.writer.Waveform;

/** Two wave packets that meet in a trap, with everything worth seeing recorded. One thread. */
final class DemoComputation {
    /** Enough for smooth curves, few enough to leave the machine to others. */
    static final int STEPS_A_SECOND = 3000;

    private static final double DT = 1e-3;
    private static final double ANHARMONICITY = 0.002;
    private static final double DISPLACEMENT = 3.2;
    private static final double SECOND_AMPLITUDE = 0.6;
    /** 30 waveforms a second. */
    private static final int STEPS_A_WAVEFORM = 100;
    private static final int STEPS_A_COLUMN = 80;
    /** 2 images of 160 KiB a second: 20 of the 50 MB a minute that the whole demo may take. */
    private static final int STEPS_AN_IMAGE = 1500;

    private final WavePacket packet = new WavePacket(ANHARMONICITY, DT);
    private final DensityHistory history = new DensityHistory();
    private final float[] image = new float[DensityHistory.ROWS * DensityHistory.COLUMNS];
    private final Signal energy;
    private final Signal normError;
    private final Signal xMean;
    private final Waveform density;
    private final Image densityHistory;
    private final Notes notes;

    private double pMeanBefore;
    private long plottingNs;

    /**
     * Declares the channels.
     *
     * @param plot where everything goes
     */
    DemoComputation(Plot plot) {
        packet.add(DISPLACEMENT, 0, 1);
        packet.add(-DISPLACEMENT, 0, SECOND_AMPLITUDE);
        packet.normalise();
        plot.xAxis("t", "1/\u03c9");
        energy = plot.signal("energy", "\u0127\u03c9", "total", "kinetic", "potential");
        normError = plot.signal("norm.error", "");
        xMean = plot.signal("x.mean", "");
        density = plot.waveform("psi.density", "", WavePacket.POINTS, ElementType.FLOAT64,
                Axis.even("x", "", WavePacket.X_FIRST, WavePacket.DX));
        double columnStep = STEPS_A_COLUMN * DT;
        densityHistory = plot.image("psi.history", "", DensityHistory.ROWS, DensityHistory.COLUMNS, ElementType.FLOAT32,
                Axis.even("t \u2212 now", "1/\u03c9", -(DensityHistory.COLUMNS - 1) * columnStep, columnStep),
                Axis.even("x", "", DensityHistory.ROW_FIRST, DensityHistory.ROW_STEP));
        notes = plot.notes();
        record();
    }

    /**
     * Names the run and its parameters.
     *
     * @return a context to open the plot with
     */
    static PlotContext context() {
        return new PlotContext().name("wave-packet")
                .parameter("trap", "x^2/2 + " + ANHARMONICITY + " x^4")
                .parameter("packets", "+" + DISPLACEMENT + " and -" + DISPLACEMENT + ", amplitudes 1 and " + SECOND_AMPLITUDE)
                .parameter("points", WavePacket.POINTS)
                .parameter("dt", DT)
                .parameter("method", "split-step Fourier");
    }

    /** Advances by one step and records it. */
    void step() {
        packet.step();
        packet.measure();
        long beforeNs = System.nanoTime();
        record();
        plottingNs += System.nanoTime() - beforeNs;
    }

    private void record() {
        double t = packet.time();
        energy.add(t, packet.kineticEnergy() + packet.potentialEnergy(), packet.kineticEnergy(), packet.potentialEnergy());
        normError.add(t, Math.abs(packet.norm() - 1));
        xMean.add(t, packet.xMean());
        if (pMeanBefore * packet.pMean() < 0) {
            notes.add(NoteLevel.INFO, t, String.format(Locale.ROOT, "turning point at x = %.2f", packet.xMean()));
        }
        pMeanBefore = packet.pMean();
        if (packet.steps() % STEPS_A_COLUMN == 0) {
            history.add(packet);
        }
        if (packet.steps() % STEPS_A_WAVEFORM == 0) {
            FrameClaim frame = density.claim();
            for (int i = 0; i < WavePacket.POINTS; i++) {
                frame.set(i, packet.density(i));
            }
            frame.commit();
        }
        if (packet.steps() % STEPS_AN_IMAGE == 0) {
            history.copyTo(image);
            densityHistory.put(image);
        }
    }

    long steps() {
        return packet.steps();
    }

    /**
     * What recording has cost.
     *
     * @return ns, together
     */
    long plottingNs() {
        return plottingNs;
    }
}
