// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

import java.util.List;
import org.asyncplot.viewer.source.RunStatus;

/**
 * What the top bar shows.
 *
 * @param runs      one for each run that is open
 * @param figures   how good the pictures are
 * @param complaint what is wrong with the drawing; possibly empty
 */
record StatusReport(List<RunStatus> runs, TrustFigures figures, String complaint) {
}
