// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much of a run is kept: older files are deleted.
 *
 * @param bytes of the disk, 0 for all
 * @param age   of the data, zero for all
 */
record Keep(long bytes, Duration age) {
    static final Keep ALL = new Keep(0, Duration.ZERO);

    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,18})\\s*([a-z]*)");

    /** Reads {@code 20 GiB}, {@code 7 d}, both with a comma between, or {@code all}; the place is named in errors. */
    static Keep parse(String text, String place) {
        Keep keep = ALL;
        for (String part : text.equals("all") ? new String[0] : text.split(",")) {
            Matcher amount = AMOUNT.matcher(part.strip().toLowerCase(Locale.ROOT));
            if (!amount.matches()) {
                throw unreadable(text, place);
            }
            long number = Long.parseLong(amount.group(1));
            keep = switch (amount.group(2)) {
                case "" -> new Keep(number, keep.age);
                case "kib" -> new Keep(Math.multiplyExact(number, 1L << 10), keep.age);
                case "mib" -> new Keep(Math.multiplyExact(number, 1L << 20), keep.age);
                case "gib" -> new Keep(Math.multiplyExact(number, 1L << 30), keep.age);
                case "s" -> new Keep(keep.bytes, Duration.ofSeconds(number));
                case "min" -> new Keep(keep.bytes, Duration.ofMinutes(number));
                case "h" -> new Keep(keep.bytes, Duration.ofHours(number));
                case "d" -> new Keep(keep.bytes, Duration.ofDays(number));
                default -> throw unreadable(text, place);
            };
        }
        return keep;
    }

    private static IllegalArgumentException unreadable(String text, String place) {
        return new IllegalArgumentException(place + " is '" + text + "'; it has to be a size like 20 GiB (KiB, MiB), an age like 7 d (s, min, h), "
            + "or both with a comma between");
    }
}
