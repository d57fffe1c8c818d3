// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.run;

/** What a channel holds. */
public enum ChannelKind {
    /** Samples: x and one or several y. */
    SIGNAL,
    /** Snapshots of y over x. */
    WAVEFORM,
    /** Snapshots of a 2-D field. */
    IMAGE
}
