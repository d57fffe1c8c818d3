// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

/**
 * A rectangle of whole device pixels.
 *
 * @param x      first column
 * @param y      first row, counted downwards
 * @param width  columns
 * @param height rows
 */
record Box(int x, int y, int width, int height) {
    int right() {
        return x + width;
    }

    int bottom() {
        return y + height;
    }

    boolean isEmpty() {
        return width <= 0 || height <= 0;
    }

    Box inset(int left, int top, int rightPx, int bottomPx) {
        return new Box(x + left, y + top, width - left - rightPx, height - top - bottomPx);
    }

    Box intersect(Box other) {
        int left = Math.max(x, other.x);
        int top = Math.max(y, other.y);
        return new Box(left, top, Math.min(right(), other.right()) - left, Math.min(bottom(), other.bottom()) - top);
    }
}
