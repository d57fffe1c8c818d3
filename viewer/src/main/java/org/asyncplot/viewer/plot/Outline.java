// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

/** Takes closed contours of straight lines and quadratic curves. */
interface Outline {
    void moveTo(double x, double y);

    void lineTo(double x, double y);

    void curveTo(double controlX, double controlY, double x, double y);
}
