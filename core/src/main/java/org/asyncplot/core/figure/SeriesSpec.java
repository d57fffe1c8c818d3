// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.figure;

import java.util.OptionalInt;

/**
 * One channel's column in a panel.
 *
 * @param signal name of a signal column, waveform or image, or of a derived signal
 * @param label  name in the legend, empty for the signal's own
 * @param color  number of a series colour, 1 to 8; absent for the next free one
 * @param style  how samples are joined
 * @param axis   the y axis it belongs to
 */
public record SeriesSpec(String signal, String label, OptionalInt color, LineStyle style, AxisSide axis) {
}
