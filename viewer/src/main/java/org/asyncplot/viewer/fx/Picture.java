// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

import java.util.List;
import org.asyncplot.viewer.plot.PanelLayout;

/**
 * A picture that is drawn. Its pixels belong to the screen until it says that it has taken them.
 *
 * @param argb     0xFFRRGGBB, row by row
 * @param widthPx  columns
 * @param heightPx rows
 * @param request  what was asked for
 * @param panels   where the plots lie
 * @param heading  what the picture's header says
 * @param problem  why something else was drawn than was asked for; possibly empty
 * @param probesNs probes of the computation that it shows for the first time
 */
record Picture(int[] argb, int widthPx, int heightPx, Request request, List<PanelLayout> panels, Heading heading, String problem,
               List<Long> probesNs) {
    /**
     * Title and run.
     *
     * @param title bold
     * @param run   muted beside it; possibly empty
     */
    record Heading(String title, String run) {
    }
}
