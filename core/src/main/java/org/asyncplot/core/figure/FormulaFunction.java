// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.figure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What can be done to a signal in a formula, besides arithmetic. */
public enum FormulaFunction {
    /** Slope between neighbours, at the later one; NaN at the first sample. */
    DERIVATIVE(false),
    /** Area under the signal from its oldest sample on, whatever is shown of it, by trapezoids; passes over gaps. */
    INTEGRAL(false),
    /** What a sample adds to the one before. */
    DIFFERENCE(false),
    /** Mean of the last n samples. */
    MEAN(true),
    /** Root of the mean of the squares of the last n samples. */
    RMS(true),
    /** Smallest of the last n samples. */
    MIN(true),
    /** Largest of the last n samples. */
    MAX(true),
    /** Size without sign. */
    ABS(false),
    /** Square root. */
    SQRT(false),
    /** e to the power. */
    EXP(false),
    /** Natural logarithm. */
    LOG(false),
    /** Logarithm to the base 10. */
    LOG10(false),
    /** Sine of radians. */
    SIN(false),
    /** Cosine of radians. */
    COS(false);

    private final boolean windowed;

    FormulaFunction(boolean windowed) {
        this.windowed = windowed;
    }

    /**
     * Whether it needs a number of samples.
     *
     * @return true for moving functions
     */
    public boolean isWindowed() {
        return windowed;
    }

    /**
     * As it is written.
     *
     * @return lower case
     */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> names() {
        return Arrays.stream(values()).map(FormulaFunction::written).toList();
    }
}
