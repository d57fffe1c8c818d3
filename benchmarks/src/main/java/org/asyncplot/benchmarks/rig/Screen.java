// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.benchmarks.rig;

/** What a display shows at this moment. */
interface Screen {
    /** Pixels across. */
    int width();

    /** Pixels down. */
    int height();

    /** The colour of a pixel as it is now; only equality counts. */
    int pixel(int x, int y);
}
