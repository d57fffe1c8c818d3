// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A picture's size in logical pixels.
 *
 * @param width  80 to 16384
 * @param height 60 to 16384
 */
record PictureSize(int width, int height) {
    private static final int LEAST_WIDTH = 80;
    private static final int LEAST_HEIGHT = 60;
    private static final int MOST = 16_384;

    /** Reads sizes such as 1200x800. */
    static final class Converter implements ITypeConverter<PictureSize> {
        private static final Pattern SIZE = Pattern.compile("([0-9]{1,5})x([0-9]{1,5})");

        @Override
        public PictureSize convert(String text) {
            Matcher size = SIZE.matcher(text);
            if (size.matches()) {
                int width = Integer.parseInt(size.group(1));
                int height = Integer.parseInt(size.group(2));
                if (width >= LEAST_WIDTH && width <= MOST && height >= LEAST_HEIGHT && height <= MOST) {
                    return new PictureSize(width, height);
                }
            }
            throw new TypeConversionException("'" + text + "' is no size; write one like 1200x800, from " + LEAST_WIDTH + "x" + LEAST_HEIGHT
                    + " to " + MOST + "x" + MOST);
        }
    }
}
