// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import org.hipparchus.transform.DftNormalization;
import org.hipparchus.transform.FastFourierTransformer;
import org.hipparchus.transform.TransformType;

/**
 * A particle in the trap V(x) = x²/2 + a x⁴, in units where ħ, its mass and the trap's angular frequency are 1, advanced by the split-step
 * Fourier method: half a step of the potential, a step of the kinetic energy in momentum space, half a step of the potential (Strang 1968;
 * Feit, Fleck and Steiger 1982). The error of a step is of third order in its length, the norm is kept to rounding. One thread; allocates
 * only at construction.
 */
final class WavePacket {
    /** Number of grid points. */
    static final int POINTS = 512;
    /** First grid point. */
    static final double X_FIRST = -10;
    /** Distance of grid points. */
    static final double DX = -2 * X_FIRST / POINTS;

    private static final double DK = 2 * Math.PI / (POINTS * DX);

    private final double dt;
    private final double[] potential = new double[POINTS];
    private final double[] kinetic = new double[POINTS];
    private final double[] momentum = new double[POINTS];
    /** Phases of half a step of the potential and of a step of the kinetic energy: cosine, sine. */
    private final double[][] potentialPhase = new double[2][POINTS];
    private final double[][] kineticPhase = new double[2][POINTS];
    private final double[][] psi = new double[2][POINTS];
    private final double[][] spectrum = new double[2][POINTS];

    private long steps;
    private double norm;
    private double xMean;
    private double pMean;
    private double kineticEnergy;
    private double potentialEnergy;

    /**
     * An empty trap.
     *
     * @param anharmonicity the factor a, 0 for a harmonic trap
     * @param dt            length of a step
     */
    WavePacket(double anharmonicity, double dt) {
        this.dt = dt;
        for (int i = 0; i < POINTS; i++) {
            double x = x(i);
            potential[i] = x * x * (0.5 + anharmonicity * x * x);
            momentum[i] = DK * (i < POINTS / 2 ? i : i - POINTS);
            kinetic[i] = momentum[i] * momentum[i] / 2;
            phase(potentialPhase, i, potential[i] * dt / 2);
            phase(kineticPhase, i, kinetic[i] * dt);
        }
    }

    private static void phase(double[][] phases, int i, double angle) {
        phases[0][i] = Math.cos(angle);
        phases[1][i] = -Math.sin(angle);
    }

    /**
     * Adds the ground state of the harmonic trap, displaced: a coherent state. Call {@link #normalise()} after the last.
     *
     * @param x         its centre
     * @param p         its momentum
     * @param amplitude its share of the wave function
     */
    void add(double x, double p, double amplitude) {
        for (int i = 0; i < POINTS; i++) {
            double distance = x(i) - x;
            double modulus = amplitude * Math.pow(Math.PI, -0.25) * Math.exp(-distance * distance / 2);
            psi[0][i] += modulus * Math.cos(p * distance);
            psi[1][i] += modulus * Math.sin(p * distance);
        }
    }

    /** Scales the wave function to norm 1 and measures it. */
    void normalise() {
        measure();
        double scale = 1 / Math.sqrt(norm);
        for (int i = 0; i < POINTS; i++) {
            psi[0][i] *= scale;
            psi[1][i] *= scale;
        }
        measure();
    }

    /** Advances by one step. */
    void step() {
        multiply(psi, potentialPhase);
        FastFourierTransformer.transformInPlace(psi, DftNormalization.STANDARD, TransformType.FORWARD);
        multiply(psi, kineticPhase);
        FastFourierTransformer.transformInPlace(psi, DftNormalization.STANDARD, TransformType.INVERSE);
        multiply(psi, potentialPhase);
        steps++;
    }

    private static void multiply(double[][] values, double[][] phases) {
        double[] real = values[0];
        double[] imaginary = values[1];
        double[] cosine = phases[0];
        double[] sine = phases[1];
        for (int i = 0; i < POINTS; i++) {
            double re = real[i];
            real[i] = re * cosine[i] - imaginary[i] * sine[i];
            imaginary[i] = re * sine[i] + imaginary[i] * cosine[i];
        }
    }

    /** Takes the norm, the mean position and momentum and the energies of the present state; costs half as much as a step. */
    void measure() {
        double sum = 0;
        double xSum = 0;
        double potentialSum = 0;
        for (int i = 0; i < POINTS; i++) {
            double density = density(i);
            sum += density;
            xSum += density * x(i);
            potentialSum += density * potential[i];
        }
        norm = sum * DX;
        xMean = xSum / sum;
        potentialEnergy = potentialSum / sum;
        measureSpectrum();
    }

    private void measureSpectrum() {
        System.arraycopy(psi[0], 0, spectrum[0], 0, POINTS);
        System.arraycopy(psi[1], 0, spectrum[1], 0, POINTS);
        FastFourierTransformer.transformInPlace(spectrum, DftNormalization.STANDARD, TransformType.FORWARD);
        double sum = 0;
        double pSum = 0;
        double kineticSum = 0;
        for (int i = 0; i < POINTS; i++) {
            double density = spectrum[0][i] * spectrum[0][i] + spectrum[1][i] * spectrum[1][i];
            sum += density;
            pSum += density * momentum[i];
            kineticSum += density * kinetic[i];
        }
        pMean = pSum / sum;
        kineticEnergy = kineticSum / sum;
    }

    /**
     * Position of a grid point.
     *
     * @param i its number
     * @return x
     */
    static double x(int i) {
        return X_FIRST + i * DX;
    }

    /**
     * Probability density at a grid point, now.
     *
     * @param i its number
     * @return |psi|²
     */
    double density(int i) {
        return psi[0][i] * psi[0][i] + psi[1][i] * psi[1][i];
    }

    double time() {
        return steps * dt;
    }

    long steps() {
        return steps;
    }

    /**
     * The norm when last measured.
     *
     * @return the integral of the density
     */
    double norm() {
        return norm;
    }

    double xMean() {
        return xMean;
    }

    double pMean() {
        return pMean;
    }

    double kineticEnergy() {
        return kineticEnergy;
    }

    double potentialEnergy() {
        return potentialEnergy;
    }
}
