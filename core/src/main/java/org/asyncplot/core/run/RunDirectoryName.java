// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.run;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a run's directory: {@code NAME-yyyyMMdd-HHmmss-PID}, in UTC, with {@code -2}, {@code -3} appended where that is taken.
 *
 * @param encodedName the run's name with everything outside {@code [A-Za-z0-9._-]} percent-encoded, cut to what file systems take
 * @param start       yyyyMMdd-HHmmss
 * @param pid         of the writing process
 * @param copy        1, or the number appended
 */
record RunDirectoryName(String encodedName, String start, long pid, int copy) implements Comparable<RunDirectoryName> {
    /** File names end at 255 bytes; the rest of the name takes up to 40. */
    private static final int MAX_NAME_LENGTH = 200;
    private static final DateTimeFormatter START = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final Pattern PATTERN = Pattern.compile("(.+)-(\\d{8}-\\d{6})-(\\d{1,18})(?:-(\\d{1,6}))?");

    static RunDirectoryName of(String name, Instant start, long pid) {
        return new RunDirectoryName(encode(name), START.format(start), pid, 1);
    }

    static Optional<RunDirectoryName> parse(String fileName) {
        Matcher matcher = PATTERN.matcher(fileName);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int copy = matcher.group(4) == null ? 1 : Integer.parseInt(matcher.group(4));
        return Optional.of(new RunDirectoryName(matcher.group(1), matcher.group(2), Long.parseLong(matcher.group(3)), copy));
    }

    RunDirectoryName next() {
        return new RunDirectoryName(encodedName, start, pid, copy + 1);
    }

    boolean isNamed(String name) {
        return encodedName.equals(encode(name));
    }

    /** Older runs first. */
    @Override
    public int compareTo(RunDirectoryName other) {
        int byStart = start.compareTo(other.start);
        return byStart != 0 ? byStart : pid != other.pid ? Long.compare(pid, other.pid) : Integer.compare(copy, other.copy);
    }

    @Override
    public String toString() {
        return encodedName + "-" + start + "-" + pid + (copy == 1 ? "" : "-" + copy);
    }

    private static String encode(String name) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xff);
            boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-'
                || c == '.' && encoded.length() > 0;
            String next = plain ? String.valueOf(c) : String.format("%%%02X", (int) c);
            if (encoded.length() + next.length() > MAX_NAME_LENGTH) {
                break;
            }
            encoded.append(next);
        }
        return encoded.length() == 0 ? "run" : encoded.toString();
    }
}
