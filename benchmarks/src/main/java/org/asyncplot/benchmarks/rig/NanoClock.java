// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.benchmarks.rig;

/** Monotonic time. */
@FunctionalInterface
interface NanoClock {
    /** Now, in ns since an arbitrary moment. */
    long nowNs();
}
