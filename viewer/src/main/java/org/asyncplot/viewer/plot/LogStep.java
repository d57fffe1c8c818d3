// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Powers of ten inside a range, every one or every nth; or 1, 2 and 5 times each. */
final class LogStep implements AxisRoom.Candidate {
    private static final int[] STRIDES = {1, 2, 5, 10, 20, 50, 100, 200};
    private static final int[] MANTISSAS = {1, 2, 5};
    private static final int LARGEST_PLAIN_EXPONENT = 5;
    private static final int SMALLEST_PLAIN_EXPONENT = -4;

    private final LogScale scale;
    private final List<BigDecimal> values;
    private final boolean plain;

    private LogStep(LogScale scale, List<BigDecimal> values) {
        this.scale = scale;
        this.values = values;
        plain = values.stream().allMatch(value -> exponent(value) >= SMALLEST_PLAIN_EXPONENT && exponent(value) <= LARGEST_PLAIN_EXPONENT);
    }

    /** Steps of a range, from fine to coarse; within less than a decade or two the even steps of a linear axis serve better. */
    static List<AxisRoom.Candidate> of(LogScale scale) {
        int from = (int) Math.floor(Math.log10(scale.low()));
        int to = (int) Math.floor(Math.log10(scale.high()));
        List<AxisRoom.Candidate> steps = new ArrayList<>();
        if (to - from <= 4) {
            steps.add(new LogStep(scale, values(scale, from, to, 1, MANTISSAS)));
        }
        for (int stride : STRIDES) {
            steps.add(new LogStep(scale, values(scale, Math.floorDiv(from, stride) * stride, to, stride, new int[] {1})));
        }
        return steps;
    }

    private static List<BigDecimal> values(LogScale scale, int from, int to, int stride, int[] mantissas) {
        List<BigDecimal> values = new ArrayList<>();
        for (int exponent = from; exponent <= to; exponent += stride) {
            for (int mantissa : mantissas) {
                BigDecimal value = BigDecimal.valueOf(mantissa, -exponent);
                double number = value.doubleValue();
                if (number >= scale.low() && number <= scale.high()) {
                    values.add(value);
                }
            }
        }
        return values;
    }

    private static int exponent(BigDecimal value) {
        return value.precision() - value.scale() - 1;
    }

    @Override
    public int count() {
        return values.size();
    }

    @Override
    public double atPx(int index) {
        return scale.px(values.get(index).doubleValue());
    }

    @Override
    public String label(int index, int shownBefore) {
        BigDecimal value = values.get(index);
        return plain ? NumberText.plain(value.scale() < 0 ? value.setScale(0) : value) : NumberText.scientific(value);
    }

    @Override
    public String note() {
        return "";
    }
}
