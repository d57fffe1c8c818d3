// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.asyncplot.core.run.Samples;
import org.asyncplot.core.series.XRange;

/** Moments of a calendar step inside a range of time (UTC), and their labels. */
final class TimeStep implements AxisRoom.Candidate {
    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final int TENTHS = 10;
    private static final int[] TENTH_STEPS = {1, 2, 5};
    private static final int[] SECOND_STEPS = {1, 2, 5, 10, 15, 30};
    private static final int[] HOUR_STEPS = {1, 2, 3, 6, 12};
    private static final int[] WEEK_STEPS = {1, 2};
    private static final long FIRST_MONDAY = 4 * DAY;
    private static final int[] MONTH_STEPS = {1, 2, 3, 6};
    private static final int[] YEAR_STEPS = {1, 2, 5, 10, 20, 50, 100, 200};
    private static final int MOST = 4 * AxisRoom.MOST_LABELS;

    private final List<Moment> moments;
    private final double[] atPx;
    private final TimeLabels labels;

    private TimeStep(List<Moment> moments, XRange range, double lengthPx, TimeLabels.Resolution resolution, int digits) {
        this.moments = moments;
        atPx = new double[moments.size()];
        for (int i = 0; i < atPx.length; i++) {
            double x = Samples.nsBetween(range.originNs(), moments.get(i).epochNs()) + moments.get(i).tenths() / (double) TENTHS;
            atPx[i] = (x - range.from()) / range.span() * lengthPx;
        }
        labels = new TimeLabels(moments, resolution, digits);
    }

    /** Steps of a range of more than 0 ns, from fine to coarse. */
    static List<TimeStep> of(XRange range, double lengthPx) {
        List<TimeStep> steps = new ArrayList<>();
        double span = range.span();
        for (int tenths : TENTH_STEPS) {
            if (worth(tenths / (double) TENTHS, span)) {
                steps.add(new TimeStep(fractions(range, tenths), range, lengthPx, TimeLabels.Resolution.FRACTION, 10));
            }
        }
        int digits = 9;
        for (long power = 1; power < SECOND; power *= 10, digits--) {
            for (int mantissa : TENTH_STEPS) {
                add(steps, range, lengthPx, mantissa * power, TimeLabels.Resolution.FRACTION, digits <= 3 ? digits : (digits + 2) / 3 * 3);
            }
        }
        for (int step : SECOND_STEPS) {
            add(steps, range, lengthPx, step * SECOND, TimeLabels.Resolution.SECOND, 0);
        }
        for (int step : SECOND_STEPS) {
            add(steps, range, lengthPx, step * MINUTE, TimeLabels.Resolution.MINUTE, 0);
        }
        for (int step : HOUR_STEPS) {
            add(steps, range, lengthPx, step * HOUR, TimeLabels.Resolution.MINUTE, 0);
        }
        add(steps, range, lengthPx, DAY, TimeLabels.Resolution.DAY, 0);
        add(steps, range, lengthPx, 2 * DAY, TimeLabels.Resolution.DAY, 0);
        for (int step : WEEK_STEPS) {
            if (worth(step * 7.0 * DAY, span)) {
                steps.add(new TimeStep(weeks(range, step), range, lengthPx, TimeLabels.Resolution.DAY, 0));
            }
        }
        for (int step : MONTH_STEPS) {
            if (worth(step * 30.5 * DAY, span)) {
                steps.add(new TimeStep(months(range, step), range, lengthPx, TimeLabels.Resolution.MONTH, 0));
            }
        }
        for (int step : YEAR_STEPS) {
            if (worth(step * 365.25 * DAY, span)) {
                steps.add(new TimeStep(months(range, 12 * step), range, lengthPx, TimeLabels.Resolution.YEAR, 0));
            }
        }
        return steps;
    }

    private static boolean worth(double stepNs, double span) {
        return span / stepNs <= 2 * AxisRoom.MOST_LABELS && span / stepNs >= 0.4;
    }

    private static void add(List<TimeStep> steps, XRange range, double lengthPx, long stepNs, TimeLabels.Resolution resolution,
        int digits) {
        if (!worth(stepNs, range.span())) {
            return;
        }
        List<Moment> moments = new ArrayList<>();
        long from = range.firstNs();
        long to = range.lastNs();
        for (long at = -Math.floorDiv(-from, stepNs) * stepNs; at >= from && at <= to && moments.size() < MOST; at += stepNs) {
            moments.add(new Moment(at, 0));
        }
        steps.add(new TimeStep(moments, range, lengthPx, resolution, digits));
    }

    private static List<Moment> fractions(XRange range, int tenths) {
        long base = range.floorNs();
        double start = (range.from() - Math.floor(range.from())) * TENTHS;
        List<Moment> moments = new ArrayList<>();
        for (long at = (long) Math.ceil(start / tenths) * tenths; at <= start + range.span() * TENTHS; at += tenths) {
            moments.add(new Moment(base + Math.floorDiv(at, TENTHS), (int) Math.floorMod(at, (long) TENTHS)));
        }
        return moments;
    }

    /** Mondays; every second one is chosen by the number of weeks since 1970, so that it does not depend on the range. */
    private static List<Moment> weeks(XRange range, int step) {
        List<Moment> moments = new ArrayList<>();
        long stepNs = step * 7 * DAY;
        long to = range.lastNs();
        for (long at = -Math.floorDiv(FIRST_MONDAY - range.firstNs(), stepNs) * stepNs + FIRST_MONDAY; at <= to
            && moments.size() < MOST; at += stepNs) {
            moments.add(new Moment(at, 0));
        }
        return moments;
    }

    private static List<Moment> months(XRange range, int step) {
        List<Moment> moments = new ArrayList<>();
        LocalDate start = new Moment(range.firstNs(), 0).time().toLocalDate();
        long month = Math.floorDiv(start.getYear() * 12L + start.getMonthValue() - 1, step) * (long) step;
        long end = 12L * (new Moment(range.lastNs(), 0).time().getYear() + 1);
        for (; month < end && moments.size() < MOST; month += step) {
            LocalDate day = LocalDate.of((int) Math.floorDiv(month, 12L), (int) Math.floorMod(month, 12L) + 1, 1);
            Moment at = Moment.of(day);
            if (!at.time().toLocalDate().equals(day)) {
                // Beyond what 64 bits can hold.
                continue;
            }
            if (at.epochNs() > range.lastNs()) {
                break;
            }
            if (at.epochNs() >= range.firstNs()) {
                moments.add(at);
            }
        }
        return moments;
    }

    @Override
    public int count() {
        return moments.size();
    }

    @Override
    public double atPx(int index) {
        return atPx[index];
    }

    @Override
    public String label(int index, int shownBefore) {
        return labels.label(index, shownBefore);
    }

    @Override
    public String note() {
        return "";
    }
}
