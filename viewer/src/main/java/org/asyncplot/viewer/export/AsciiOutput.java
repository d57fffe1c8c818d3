// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Numbers and times as text, gathered in a buffer of its own. */
final class AsciiOutput {
    private static final int BUFFER_BYTES = 1 << 16;
    /** Longer than any number or time. */
    private static final int LONGEST = 40;
    private static final long NS_PER_SECOND = 1_000_000_000L;
    private static final int SECONDS_PER_DAY = 86_400;

    private final OutputStream output;
    private final byte[] bytes = new byte[BUFFER_BYTES];
    private int length;

    AsciiOutput(OutputStream output) {
        this.output = output;
    }

    void character(char c) throws IOException {
        room();
        bytes[length++] = (byte) c;
    }

    void text(String text) throws IOException {
        flushBuffer();
        output.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The shortest decimal that reads back to the same double; NaN, inf and -inf. */
    void number(double value) throws IOException {
        room();
        length = DecimalDigits.write(value, bytes, length);
    }

    /** ISO 8601 in UTC, with as many digits of the second as it takes. */
    void time(long epochNs) throws IOException {
        room();
        long second = Math.floorDiv(epochNs, NS_PER_SECOND);
        int ns = (int) Math.floorMod(epochNs, NS_PER_SECOND);
        date(Math.floorDiv(second, (long) SECONDS_PER_DAY));
        int ofDay = (int) Math.floorMod(second, (long) SECONDS_PER_DAY);
        bytes[length++] = 'T';
        digits(ofDay / 3600, 2);
        bytes[length++] = ':';
        digits(ofDay / 60 % 60, 2);
        bytes[length++] = ':';
        digits(ofDay % 60, 2);
        if (ns != 0) {
            bytes[length++] = '.';
            int places = 9;
            while (ns % 10 == 0) {
                ns /= 10;
                places--;
            }
            digits(ns, places);
        }
        bytes[length++] = 'Z';
    }

    /** Proleptic Gregorian, from days since 1970-01-01: years are counted from March, in eras of 400. */
    private void date(long epochDay) {
        long day = epochDay + 719_468;
        long era = Math.floorDiv(day, 146_097L);
        int ofEra = (int) (day - era * 146_097);
        int yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365;
        int ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int month = (5 * ofYear + 2) / 153;
        int year = (int) (yearOfEra + era * 400) + (month < 10 ? 0 : 1);
        digits(year, 4);
        bytes[length++] = '-';
        digits(month < 10 ? month + 3 : month - 9, 2);
        bytes[length++] = '-';
        digits(ofYear - (153 * month + 2) / 5 + 1, 2);
    }

    private void digits(int value, int places) {
        int rest = value;
        for (int i = places - 1; i >= 0; i--) {
            bytes[length + i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += places;
    }

    private void room() throws IOException {
        if (length > BUFFER_BYTES - LONGEST) {
            flushBuffer();
        }
    }

    private void flushBuffer() throws IOException {
        output.write(bytes, 0, length);
        length = 0;
    }

    void flush() throws IOException {
        flushBuffer();
        output.flush();
    }
}
