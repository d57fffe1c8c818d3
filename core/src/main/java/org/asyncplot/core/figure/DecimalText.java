// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.figure;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Decimal numbers as people write them; {@link Double#parseDouble} alone would also take {@code 1d}, {@code 0x1p3} and {@code NaN}. */
final class DecimalText {
    static final String UNSIGNED = "(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?";

    private static final Pattern NUMBER = Pattern.compile("[+-]?" + UNSIGNED);

    private DecimalText() {
    }

    static boolean matches(String text) {
        return NUMBER.matcher(text).matches();
    }

    /** Empty if the text is no decimal number or one that a double cannot hold. */
    static OptionalDouble parse(String text) {
        if (!matches(text)) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(text);
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
