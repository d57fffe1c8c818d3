// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

import java.util.List;

/** Keys and mouse in words. */
final class KeyHelp {
    static final List<Card.Row> ROWS = List.of(
        row("Space", "pause, go on; plays a run that has ended, or one in the past"),
        row("L, Home", "back to the newest data, live"),
        row("A", "whole run, followed; also a double click"),
        row("[   ]", "follow half, twice the length"),
        row("Wheel", "zoom at the pointer; with Shift the values"),
        row("Drag", "move"),
        row("Shift or right drag", "zoom into a box"),
        row(",   .", "to the last, the next moment at which something came"),
        row("\u2190   \u2192", "back, forward a hundredth of the run; with Shift a tenth"),
        row("0 to 9", "to the start, to a tenth, two tenths \u2026"),
        row("+   -   O", "play faster, slower, over and over"),
        row("C", "times as recorded, or from the start of their run"),
        row("T", "light or dark"),
        row("Ctrl-C", "copy the picture"),
        row("Ctrl-S", "save the picture here as PNG"),
        row("F11", "whole screen"),
        row("Ctrl-W, Ctrl-Q", "close"),
        row("F1, ?", "this help"));

    private KeyHelp() {
    }

    private static Card.Row row(String keys, String what) {
        return new Card.Row(keys, what, 0);
    }
}
