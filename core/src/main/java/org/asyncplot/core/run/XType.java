// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.run;

/** What the x values of a signal are. */
public enum XType {
    /** Doubles in the unit of the x axis. */
    NUMBER,
    /** Signed 64-bit nanoseconds since 1970-01-01T00:00:00Z. */
    TIME
}
