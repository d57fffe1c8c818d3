// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class WavePacketTest {
    @Test
    void shouldKeepNormOverTenThousandSteps() {
        WavePacket packet = twoPackets(0.004, 1e-3);
        double largest = 0;

        for (int i = 0; i < 10_000; i++) {
            packet.step();
            packet.measure();
            largest = Math.max(largest, Math.abs(packet.norm() - 1));
        }

        assertThat(largest).isLessThan(1e-10);
    }

    @Test
    void shouldKeepEnergyToTheSplittingError() {
        double drift = energyDrift(1e-3);

        assertThat(drift).isLessThan(3e-6);
        assertThat(energyDrift(1e-2) / drift).isCloseTo(100, within(2.0));
    }

    @Test
    void shouldConvergeWithSecondOrder() {
        double coarse = errorAt(0.04);
        double medium = errorAt(0.02);
        double fine = errorAt(0.01);

        assertThat(Math.log(coarse / medium) / Math.log(2)).isCloseTo(2, within(0.05));
        assertThat(Math.log(medium / fine) / Math.log(2)).isCloseTo(2, within(0.05));
    }

    @Test
    void shouldSwingWithThePeriodOfTheTrap() {
        WavePacket packet = new WavePacket(0, 1e-3);
        packet.add(2.5, 0, 1);
        packet.normalise();

        double last = 0;
        double crossings = 0;
        double firstCrossing = 0;
        for (int i = 0; crossings < 3; i++) {
            double before = packet.xMean();
            packet.step();
            packet.measure();
            if (before < 0 && packet.xMean() >= 0) {
                last = packet.time() - 1e-3 * packet.xMean() / (packet.xMean() - before);
                firstCrossing = crossings == 0 ? last : firstCrossing;
                crossings++;
            }
            assertThat(i).isLessThan(30_000);
        }

        assertThat((last - firstCrossing) / 2).isCloseTo(2 * Math.PI, within(1e-5));
    }

    @Test
    void shouldFollowTheCoherentStateInAHarmonicTrap() {
        WavePacket packet = new WavePacket(0, 1e-3);
        packet.add(2, 1, 1);
        packet.normalise();
        assertThat(packet.kineticEnergy()).isCloseTo(0.25 + 0.5, within(1e-10));
        assertThat(packet.potentialEnergy()).isCloseTo(0.25 + 2, within(1e-10));

        for (int i = 0; i < 700; i++) {
            packet.step();
        }
        packet.measure();

        double x = 2 * Math.cos(0.7) + Math.sin(0.7);
        assertThat(packet.xMean()).isCloseTo(x, within(1e-6));
        assertThat(packet.pMean()).isCloseTo(Math.cos(0.7) - 2 * Math.sin(0.7), within(1e-6));
        for (int i = 0; i < WavePacket.POINTS; i++) {
            double distance = WavePacket.x(i) - x;
            assertThat(packet.density(i)).isCloseTo(Math.exp(-distance * distance) / Math.sqrt(Math.PI), within(1e-6));
        }
    }

    private static WavePacket twoPackets(double anharmonicity, double dt) {
        WavePacket packet = new WavePacket(anharmonicity, dt);
        packet.add(3.2, 0, 1);
        packet.add(-3.2, 0, 0.6);
        packet.normalise();
        return packet;
    }

    private static double energyDrift(double dt) {
        WavePacket packet = twoPackets(0.004, dt);
        double energy = packet.kineticEnergy() + packet.potentialEnergy();
        double largest = 0;
        for (int i = 0; i * dt < 7; i++) {
            packet.step();
            packet.measure();
            largest = Math.max(largest, Math.abs(packet.kineticEnergy() + packet.potentialEnergy() - energy));
        }
        return largest;
    }

    /** Against a run with much shorter steps, over a length of time that all of them divide. */
    private static double errorAt(double dt) {
        WavePacket reference = twoPackets(0.004, 0.001);
        WavePacket packet = twoPackets(0.004, dt);
        double end = 2;
        run(reference, Math.round(end / 0.001));
        run(packet, Math.round(end / dt));
        double sum = 0;
        for (int i = 0; i < WavePacket.POINTS; i++) {
            double difference = packet.density(i) - reference.density(i);
            sum += difference * difference;
        }
        return Math.sqrt(sum * WavePacket.DX);
    }

    private static void run(WavePacket packet, long steps) {
        for (long i = 0; i < steps; i++) {
            packet.step();
        }
    }
}
