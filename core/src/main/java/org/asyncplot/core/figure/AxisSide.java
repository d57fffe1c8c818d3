// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.figure;

/** The y axis a series belongs to. */
public enum AxisSide {
    LEFT, RIGHT
}
