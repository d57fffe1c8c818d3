// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.figure;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time: a number, blanks if any, and a unit. */
final class LengthText {
    private static final Pattern LENGTH =
            Pattern.compile("(" + DecimalText.UNSIGNED + ")\\s*(" + String.join("|", XPosition.SECONDS.keySet()) + ")");

    private LengthText() {
    }

    /** Seconds, more than 0; empty if the text is no length without a sign, or one that is nothing or endless. */
    static OptionalDouble parseSeconds(String text) {
        Matcher length = LENGTH.matcher(text);
        if (!length.matches()) {
            return OptionalDouble.empty();
        }
        double seconds = Double.parseDouble(length.group(1)) * XPosition.SECONDS.get(length.group(2));
        return seconds > 0 && Double.isFinite(seconds) ? OptionalDouble.of(seconds) : OptionalDouble.empty();
    }
}
