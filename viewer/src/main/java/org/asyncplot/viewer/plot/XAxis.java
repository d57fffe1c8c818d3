// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import java.util.Optional;
import org.asyncplot.core.run.XType;
import org.asyncplot.core.series.XRange;

/**
 * The x axis of a panel.
 *
 * @param type  numbers or time
 * @param name  possibly empty
 * @param unit  possibly empty
 * @param log   whether it is logarithmic
 * @param range its stretch, absent if nothing says where it lies
 */
record XAxis(XType type, String name, String unit, boolean log, Optional<XRange> range) {
}
