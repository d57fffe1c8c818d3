// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.figure;

/** How the samples of a series are joined. */
public enum LineStyle {
    LINE, STEP, POINTS, AREA
}
