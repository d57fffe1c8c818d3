// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.series;

/**
 * A step of a formula over samples by their numbers, those of one signal, whose x it has. What it says of a sample depends on its number,
 * never on the stretch that was asked for: pictures of any stretch agree to the last bit.
 */
interface FormulaNode {
    /** The x that it has. */
    NodeX x();

    /** Values of samples, in an array that must not be changed. */
    double[] y(long from, long to);

    /** Up to which number values stay as they are whatever the signals have still to come. */
    long settled();

    /** How many samples before one are looked at to know it. */
    long reach();

    /** How many samples have to be looked at once, before anything from there on can be told; 0 where all that is needed is kept. */
    default long history(long from) {
        return 0;
    }

    /** The signal of which this is a function that never turns, sample by sample; null where it is none. */
    default SignalSeries monotoneOf() {
        return null;
    }

    /** What that function makes of a value. */
    default double map(double value) {
        throw new IllegalStateException("no function of single values");
    }
}
