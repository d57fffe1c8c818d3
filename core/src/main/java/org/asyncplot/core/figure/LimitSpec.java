// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.figure;

/**
 * A reference level, drawn dashed.
 *
 * @param y     the level on the left axis
 * @param label its name, possibly empty
 */
public record LimitSpec(double y, String label) {
}
