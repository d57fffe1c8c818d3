// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Labels of moments: the first in full, the others without the leading parts that they share with the one shown before, unless two labels
 * would then read the same.
 */
final class TimeLabels {
    /** The smallest part that matters. */
    enum Resolution {
        YEAR, MONTH, DAY, MINUTE, SECOND, FRACTION
    }

    /** Parts of a label, from large to small; a label runs from one of them to that of its resolution. */
    private static final int YEAR = 0;
    private static final int DAY = 1;
    private static final int CLOCK = 2;
    private static final int SECOND = 3;
    /** The first three decimals and what follows; the parts after it leave one and two groups of three away. */
    private static final int FRACTION = 4;
    private static final String[] MONTHS = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    private static final int FRACTION_GROUP = 3;
    private static final int MILLI_NS = 1_000_000;
    private static final int MICRO_NS = 1_000;
    private static final String SHARED = "\u2026";

    private final List<Moment> moments;
    private final Resolution resolution;
    private final int digits;
    private final int shortest;

    TimeLabels(List<Moment> moments, Resolution resolution, int digits) {
        this.moments = moments;
        this.resolution = resolution;
        this.digits = digits;
        shortest = shortestDistinct(lastPart());
    }

    /** The label of a moment, given which was shown before it; -1 for none. */
    String label(int index, int shownBefore) {
        return label(index, shownBefore, shortest);
    }

    private int shortestDistinct(int most) {
        for (int part = most; part > YEAR; part--) {
            Set<String> seen = new HashSet<>();
            boolean distinct = true;
            for (int i = 0; i < moments.size() && distinct; i++) {
                distinct = seen.add(label(i, i - 1, part));
            }
            if (distinct) {
                return part;
            }
        }
        return YEAR;
    }

    private int lastPart() {
        return switch (resolution) {
            case YEAR -> YEAR;
            case MONTH, DAY -> DAY;
            case MINUTE -> CLOCK;
            case SECOND -> SECOND;
            case FRACTION -> FRACTION + (Math.min(digits, 9) - 1) / FRACTION_GROUP;
        };
    }

    private String label(int index, int shownBefore, int most) {
        LocalDateTime time = moments.get(index).time();
        int part = shownBefore < 0 ? YEAR : Math.min(most, firstChanged(moments.get(shownBefore).time(), time));
        return switch (resolution) {
            case YEAR -> Integer.toString(time.getYear());
            case MONTH -> MONTHS[time.getMonthValue() - 1] + (part == YEAR ? " " + time.getYear() : "");
            case DAY -> date(time, part);
            case MINUTE, SECOND, FRACTION -> clock(moments.get(index), time, part, shownBefore >= 0);
        };
    }

    private static int firstChanged(LocalDateTime before, LocalDateTime now) {
        if (before.getYear() != now.getYear()) {
            return YEAR;
        }
        if (before.getDayOfYear() != now.getDayOfYear()) {
            return DAY;
        }
        if (before.getHour() != now.getHour() || before.getMinute() != now.getMinute()) {
            return CLOCK;
        }
        if (before.getSecond() != now.getSecond()) {
            return SECOND;
        }
        if (before.getNano() / MILLI_NS != now.getNano() / MILLI_NS) {
            return FRACTION;
        }
        return before.getNano() / MICRO_NS != now.getNano() / MICRO_NS ? FRACTION + 1 : FRACTION + 2;
    }

    private static String date(LocalDateTime time, int part) {
        String day = two(time.getMonthValue()) + "-" + two(time.getDayOfMonth());
        return part == YEAR ? String.format(Locale.ROOT, "%04d-", time.getYear()) + day : day;
    }

    /** A new day's midnight is its date alone, except at the beginning, where nothing yet says how fine the labels are. */
    private String clock(Moment moment, LocalDateTime time, int part, boolean midnightIsDate) {
        if (part <= DAY && midnightIsDate && time.toLocalTime().toNanoOfDay() == 0 && moment.tenths() == 0) {
            return date(time, part);
        }
        StringBuilder text = new StringBuilder();
        if (part <= DAY) {
            text.append(date(time, part)).append(' ');
        }
        if (part <= CLOCK) {
            text.append(two(time.getHour())).append(':').append(two(time.getMinute()));
        }
        if (resolution != Resolution.MINUTE && part <= SECOND) {
            text.append(':').append(two(time.getSecond()));
        }
        if (resolution == Resolution.FRACTION) {
            int groupsAway = Math.max(0, part - FRACTION);
            text.append(groupsAway == 0 ? "." : SHARED).append(fraction(moment, time, groupsAway * FRACTION_GROUP));
        }
        return text.toString();
    }

    private String fraction(Moment moment, LocalDateTime time, int from) {
        String all = String.format(Locale.ROOT, "%09d", time.getNano()) + moment.tenths();
        StringBuilder text = new StringBuilder();
        for (int i = from; i < digits; i++) {
            if (i > from && i % FRACTION_GROUP == 0) {
                text.append(NumberText.THIN_SPACE);
            }
            text.append(all.charAt(i));
        }
        return text.toString();
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
