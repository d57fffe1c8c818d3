// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.ingest;

/**
 * ISO 8601 dates ({@code 2026-11-21}, {@code 2026-11}) and date-times ({@code 2026-11-21T14:30}, {@code 2026-11-21 14:30:05.123456789Z},
 * {@code ...+01:00}), with T or one blank between, a point or a comma before the fraction, of which digits beyond the ninth are dropped;
 * without a zone UTC. Moments that do not fit into 64 bits of nanoseconds (before 1677-09-23, after 2262-04-10) are unreadable. Does not
 * allocate.
 */
final class IsoTimeParser implements TimeParser {
    private static final int SECONDS_PER_DAY = 86_400;
    private static final long NS_PER_SECOND = 1_000_000_000;
    private static final int SHORTEST = "2026-11".length();
    private static final int FRACTION_DIGITS = 9;
    private static final int MAX_OFFSET_HOURS = 18;
    private static final int[] DAYS_IN_MONTH = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    /** Whole days that fit into 64 bits of nanoseconds, less one at each end for the offset of a zone. */
    private static final long MAX_EPOCH_DAY = Long.MAX_VALUE / NS_PER_SECOND / SECONDS_PER_DAY - 1;

    private char[] chars;
    private int at;
    private int end;
    private long epochNs;

    @Override
    public long epochNs() {
        return epochNs;
    }

    @Override
    public FieldState parse(char[] buffer, int offset, int length) {
        chars = buffer;
        at = Word.skipBlanks(buffer, offset, offset + length);
        end = Word.trimBlanks(buffer, at, offset + length);
        if (end - at < SHORTEST) {
            return MissingWord.matches(buffer, at, end) ? FieldState.MISSING : FieldState.UNREADABLE;
        }
        return readMoment() ? FieldState.VALUE : FieldState.UNREADABLE;
    }

    private boolean readMoment() {
        int year = digits(4);
        if (year < 0 || !skip('-')) {
            return false;
        }
        int month = digits(2);
        if (month < 1 || month > 12) {
            return false;
        }
        boolean monthOnly = at == end;
        int day = monthOnly ? 1 : skip('-') ? digits(2) : -1;
        if (day < 1 || day > daysIn(year, month)) {
            return false;
        }
        long epochDay = epochDay(year, month, day);
        if (Math.abs(epochDay) > MAX_EPOCH_DAY) {
            return false;
        }
        epochNs = epochDay * SECONDS_PER_DAY * NS_PER_SECOND;
        if (at == end) {
            return true;
        }
        return (skip('T') || skip('t') || skip(' ')) && readTime();
    }

    private boolean readTime() {
        int hour = digits(2);
        int minute = hour >= 0 && skip(':') ? digits(2) : -1;
        if (hour > 23 || minute < 0 || minute > 59) {
            return false;
        }
        int second = 0;
        int ns = 0;
        if (skip(':')) {
            second = digits(2);
            if (second < 0 || second > 59) {
                return false;
            }
            if (skip('.') || skip(',')) {
                ns = fraction();
            }
        }
        if (ns < 0) {
            return false;
        }
        epochNs += ((hour * 60 + minute) * 60 + second) * NS_PER_SECOND + ns;
        return readZone();
    }

    /** The digits after the point as nanoseconds, -1 if there are none. */
    private int fraction() {
        int count = 0;
        int ns = 0;
        while (at < end && isDigit(chars[at])) {
            if (count < FRACTION_DIGITS) {
                ns = ns * 10 + chars[at] - '0';
            }
            count++;
            at++;
        }
        for (int i = count; i < FRACTION_DIGITS; i++) {
            ns *= 10;
        }
        return count == 0 ? -1 : ns;
    }

    private boolean readZone() {
        if (at == end) {
            return true;
        }
        skip(' ');
        if (skip('Z') || skip('z')) {
            return at == end;
        }
        boolean west = skip('-');
        if (!west && !skip('+')) {
            return false;
        }
        int hours = digits(2);
        int minutes = 0;
        if (at < end) {
            skip(':');
            minutes = digits(2);
        }
        if (at != end || hours < 0 || hours > MAX_OFFSET_HOURS || minutes < 0 || minutes > 59) {
            return false;
        }
        long offsetNs = (hours * 60 + minutes) * 60 * NS_PER_SECOND;
        epochNs += west ? offsetNs : -offsetNs;
        return true;
    }

    /** So many digits as a number, -1 if they are not there. */
    private int digits(int count) {
        if (end - at < count) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < count; i++) {
            char c = chars[at++];
            if (!isDigit(c)) {
                return -1;
            }
            value = value * 10 + c - '0';
        }
        return value;
    }

    private boolean skip(char c) {
        if (at < end && chars[at] == c) {
            at++;
            return true;
        }
        return false;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int daysIn(int year, int month) {
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return month == 2 && !leap ? 28 : DAYS_IN_MONTH[month - 1];
    }

    /** Days since 1970-01-01 in the proleptic Gregorian calendar, counted in years that begin in March so that leap days come last. */
    private static long epochDay(int year, int month, int day) {
        long marchYear = month > 2 ? year : year - 1L;
        long dayOfYear = (153L * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        return marchYear * 365 + Math.floorDiv(marchYear, 4L) - Math.floorDiv(marchYear, 100L) + Math.floorDiv(marchYear, 400L)
            + dayOfYear - 719_468;
    }
}
