// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

import java.util.List;

/** Keys and mouse in words. */
final class KeyHelp {
    static final List<Card.Row> ROWS = List.of(
        row("Space", "pause, go on"),
        row("L, Home", "back to the newest data"),
        row("A", "whole run, followed; also a double click"),
        row("[   ]", "follow half, twice the length"),
        row("Wheel", "zoom at the pointer; with Shift the values"),
        row("Drag", "move"),
        row("Shift or right drag", "zoom into a box"),
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
