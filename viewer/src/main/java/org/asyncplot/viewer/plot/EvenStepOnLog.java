// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

/**
 * The even steps of a linear axis at their places on a logarithmic one, for ranges too short for powers of ten.
 *
 * @param steps the steps
 * @param scale where they lie
 */
record EvenStepOnLog(DecimalStep steps, LogScale scale) implements AxisRoom.Candidate {
    @Override
    public int count() {
        return steps.count();
    }

    @Override
    public double atPx(int index) {
        return scale.px(steps.number(index));
    }

    @Override
    public String label(int index, int shownBefore) {
        return steps.label(index, shownBefore);
    }

    @Override
    public String note() {
        return steps.note();
    }
}
