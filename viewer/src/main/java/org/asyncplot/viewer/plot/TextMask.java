// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

/**
 * Text as coverage.
 *
 * @param left     pixels from the text's origin to the first column
 * @param top      pixels from the origin down to the first row, mostly negative
 * @param width    columns
 * @param height   rows
 * @param coverage 0 to 255 of each pixel, row by row
 */
record TextMask(int left, int top, int width, int height, byte[] coverage) {
}
