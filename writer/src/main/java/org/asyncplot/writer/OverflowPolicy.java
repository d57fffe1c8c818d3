// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

/** What a computing thread does when the agent has no block ready for its next sample. */
public enum OverflowPolicy {
    /** It allocates one itself, which may wait for the kernel. */
    HELP,
    /** It drops the sample and counts it. */
    DROP
}
