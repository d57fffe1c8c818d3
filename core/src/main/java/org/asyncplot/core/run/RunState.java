// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.run;

/** How a run is, as far as anybody can tell from outside. */
public enum RunState {
    /** The writing process lives and its heart beats. */
    RUNNING,
    /** The writing process lives, but its last beat is older than 2 s. */
    STALLED,
    /** The writer marked the end. */
    FINISHED,
    /** The writing process is gone and left no mark. */
    DIED
}
