// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;

/** A pattern of channel names: {@code *} for any text, {@code ?} for one character, {@code ,} between alternatives. */
final class ChannelGlob implements Predicate<String> {
    private final String text;
    private final Pattern pattern;

    private ChannelGlob(String text) {
        this.text = text;
        StringBuilder regex = new StringBuilder();
        text.codePoints().forEach(c -> regex.append(switch (c) {
            case '*' -> ".*";
            case '?' -> ".";
            case ',' -> "|";
            default -> Pattern.quote(Character.toString(c));
        }));
        this.pattern = Pattern.compile(regex.toString(), Pattern.DOTALL);
    }

    static ChannelGlob of(String text) {
        return new ChannelGlob(text);
    }

    @Override
    public boolean test(String channel) {
        return pattern.matcher(channel).matches();
    }

    @Override
    public String toString() {
        return text;
    }

    /** Reads the option. */
    static final class Converter implements ITypeConverter<ChannelGlob> {
        @Override
        public ChannelGlob convert(String value) {
            return of(value);
        }
    }
}
