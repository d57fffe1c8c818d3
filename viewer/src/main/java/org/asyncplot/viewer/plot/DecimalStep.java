// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Multiples of 1, 2 or 5 times a power of ten inside a range, and how to write them short and distinct. */
final class DecimalStep implements AxisRoom.Candidate {
    private static final int[] MANTISSAS = {1, 2, 5};
    private static final int MOST_DIGITS = 5;
    private static final int MOST_DECIMALS = 5;
    private static final int MOST_WHOLE_EXPONENT = 5;

    private final LinearScale scale;
    private final BigDecimal step;
    private final BigDecimal first;
    private final int count;
    private final BigDecimal offset;
    private final int power;
    private final int decimals;

    private DecimalStep(LinearScale scale, BigDecimal step) {
        this.scale = scale;
        this.step = step;
        BigDecimal firstNumber = new BigDecimal(scale.low()).divide(step, 0, RoundingMode.CEILING);
        BigDecimal lastNumber = new BigDecimal(scale.high()).divide(step, 0, RoundingMode.FLOOR);
        first = firstNumber.multiply(step);
        count = lastNumber.subtract(firstNumber).add(BigDecimal.ONE).min(BigDecimal.valueOf(1000)).intValue();
        BigDecimal last = lastNumber.multiply(step);
        offset = offset(first, last, step);
        int top = Math.max(exponent(first.subtract(offset)), exponent(last.subtract(offset)));
        int bottom = -step.scale();
        boolean plain = bottom >= -MOST_DECIMALS && top <= MOST_WHOLE_EXPONENT;
        power = plain ? 0 : 3 * Math.floorDiv(top, 3);
        decimals = Math.max(0, power - bottom);
    }

    /** Steps of a range, from fine to coarse. */
    static List<DecimalStep> of(LinearScale scale) {
        double span = scale.high() / 2 - scale.low() / 2;
        int exponent = (int) Math.floor(Math.log10(span)) - 1;
        List<DecimalStep> steps = new ArrayList<>();
        for (int power = exponent; power <= exponent + 2; power++) {
            for (int mantissa : MANTISSAS) {
                BigDecimal step = BigDecimal.valueOf(mantissa, -power);
                double halfSteps = span / step.doubleValue();
                if (halfSteps <= AxisRoom.MOST_LABELS && halfSteps >= 0.2) {
                    steps.add(new DecimalStep(scale, step));
                }
            }
        }
        return steps;
    }

    /** The roundest number near multiples that are too long to write; else 0. */
    private static BigDecimal offset(BigDecimal first, BigDecimal last, BigDecimal step) {
        int top = Math.max(exponent(first), exponent(last));
        if (top + step.scale() < MOST_DIGITS || first.signum() * last.signum() <= 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal span = last.subtract(first).max(step);
        BigDecimal roundest = first;
        for (int power = -step.scale(); power <= top; power++) {
            BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(power);
            BigDecimal candidate = first.subtract(span).divide(unit, 0, RoundingMode.CEILING).multiply(unit);
            if (candidate.compareTo(last.add(span)) <= 0) {
                roundest = candidate;
            }
        }
        return roundest;
    }

    private static int exponent(BigDecimal number) {
        return number.signum() == 0 ? Integer.MIN_VALUE / 4 : number.precision() - number.scale() - 1;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public double atPx(int index) {
        return scale.px(number(index));
    }

    double number(int index) {
        return value(index).doubleValue();
    }

    @Override
    public String label(int index, int shownBefore) {
        BigDecimal left = value(index).subtract(offset).scaleByPowerOfTen(-power);
        return left.signum() == 0 ? "0" : NumberText.plain(left.setScale(decimals, RoundingMode.UNNECESSARY));
    }

    @Override
    public String note() {
        String factor = power == 0 ? "" : "\u00d7" + NumberText.powerOfTen(power);
        if (offset.signum() == 0) {
            return factor;
        }
        BigDecimal size = offset.abs().stripTrailingZeros();
        String number = exponent(size) <= 9 && size.scale() <= 6 ? NumberText.plain(size.scale() < 0 ? size.setScale(0) : size)
            : NumberText.scientific(size);
        return factor + (factor.isEmpty() ? "" : " ") + (offset.signum() < 0 ? NumberText.MINUS : '+') + number;
    }

    private BigDecimal value(int index) {
        return first.add(step.multiply(BigDecimal.valueOf(index)));
    }
}
