// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import java.util.ArrayList;
import java.util.List;

/** Words of a command line as options write them: apart by blanks, those with blanks in single or double quotes. */
final class Words {
    private Words() {
    }

    /**
     * Takes a text apart.
     *
     * @throws IllegalArgumentException if a quote does not end
     */
    static List<String> of(PlotOption.Setting setting) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        char quote = 0;
        for (char c : setting.value().toCharArray()) {
            if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                } else {
                    word.append(c);
                }
            } else if (c == '"' || c == '\'') {
                quote = c;
                inWord = true;
            } else if (!Character.isWhitespace(c)) {
                word.append(c);
                inWord = true;
            } else if (inWord) {
                words.add(word.toString());
                word.setLength(0);
                inWord = false;
            }
        }
        if (quote != 0) {
            throw new IllegalArgumentException(setting.place() + " has a " + quote + " that does not end: " + setting.value());
        }
        if (inWord) {
            words.add(word.toString());
        }
        return words;
    }

    /** A word as a shell takes it. */
    static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./:\\\\%+@=,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
