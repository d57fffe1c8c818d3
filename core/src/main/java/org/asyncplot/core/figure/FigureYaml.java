// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.figure;

/** Figures as YAML text, the one dialect of computing code, saved layouts and batch plots. Any thread may read and write. */
public final class FigureYaml {
    private FigureYaml() {
    }

    /**
     * Reads one figure; aliases are allowed within limits, tags and several documents are not.
     *
     * @param yaml       the file's text
     * @param sourceName the file's name, for messages
     * @return the figure
     * @throws FigureException if the text is not YAML or not a figure, with line and column of the first error
     */
    public static FigureSpec read(String yaml, String sourceName) {
        return FigureReader.figure(YamlText.parse(yaml, sourceName));
    }

    /**
     * Writes a figure so that {@link #read} returns an equal one.
     *
     * @param figure what to write
     * @return YAML text, ending with a line feed
     */
    public static String write(FigureSpec figure) {
        return YamlNodes.write(FigureWriter.figure(figure));
    }
}
