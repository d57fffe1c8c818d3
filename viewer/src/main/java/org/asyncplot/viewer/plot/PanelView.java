// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import java.util.List;
import java.util.Optional;

/** One panel of a picture: laid out, asked for the margins that it needs, laid out again with those of its neighbours, painted. */
interface PanelView {
    /** Fetches the data for a card whose plot has the given margins; lengths in device pixels. */
    void layout(Box card, int leftPx, int rightPx);

    /** The left margin that its labels need; before it was laid out, what they are likely to. */
    int neededLeftPx();

    int neededRightPx();

    void paint(Canvas canvas);

    /** What it could not draw, besides what it shows: one line each. */
    default List<String> problems() {
        return List.of();
    }

    /** Where its plot lies; absent if there was nothing to lay out. */
    Optional<PanelLayout> placed();
}
