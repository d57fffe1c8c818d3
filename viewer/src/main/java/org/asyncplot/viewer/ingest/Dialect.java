// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.ingest;

import java.io.Reader;
import java.util.Locale;

/**
 * What separates the fields of a table.
 *
 * @param delimiter the character; a blank stands for runs of spaces and tabs
 */
public record Dialect(char delimiter) {
    static final Dialect COMMA = new Dialect(',');
    static final Dialect TAB = new Dialect('\t');
    static final Dialect SEMICOLON = new Dialect(';');
    static final Dialect BLANKS = new Dialect(' ');

    /**
     * Reads the value of {@code --delimiter}.
     *
     * @param text one character, or {@code comma}, {@code tab}, {@code semicolon}, {@code blanks}
     * @return the dialect
     * @throws IllegalArgumentException with one clear line if it is none of these, or a character that numbers, quotes or comments need
     */
    public static Dialect of(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "comma" -> COMMA;
            case "tab", "\\t" -> TAB;
            case "semicolon" -> SEMICOLON;
            case "blank", "blanks", "space", "spaces" -> BLANKS;
            default -> ofCharacter(text);
        };
    }

    private static Dialect ofCharacter(String text) {
        boolean possible = text.length() == 1 && !Character.isLetterOrDigit(text.charAt(0)) && !Character.isSurrogate(text.charAt(0))
            && "\"#.+-\r\n\0\ufeff".indexOf(text.charAt(0)) < 0;
        if (!possible) {
            throw new IllegalArgumentException("'" + text + "' is no delimiter; write one character such as , ; |"
                + " or comma, tab, semicolon, blanks");
        }
        return new Dialect(text.charAt(0));
    }

    boolean isBlanks() {
        return delimiter == ' ';
    }

    Rows rows(Reader reader, FieldHandler handler) {
        return isBlanks() ? new BlankRows(reader, handler) : new CsvRows(reader, delimiter, handler);
    }

    @Override
    public String toString() {
        return switch (delimiter) {
            case ',' -> "comma";
            case '\t' -> "tab";
            case ';' -> "semicolon";
            case ' ' -> "blanks";
            default -> "'" + delimiter + "'";
        };
    }
}
