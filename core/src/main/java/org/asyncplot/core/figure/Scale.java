// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.figure;

/** How values become positions. */
public enum Scale {
    LINEAR, LOG
}
