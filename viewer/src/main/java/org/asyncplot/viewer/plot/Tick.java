// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

/**
 * A grid line and its label; distances run from the beginning of the axis.
 *
 * @param atPx     where the line lies
 * @param label    its text, empty for a line without one
 * @param startPx  where the label begins: its left side, on a vertical axis its lower side
 * @param extentPx how far it reaches along the axis
 */
record Tick(double atPx, String label, double startPx, double extentPx) {
    boolean labelled() {
        return !label.isEmpty();
    }
}
