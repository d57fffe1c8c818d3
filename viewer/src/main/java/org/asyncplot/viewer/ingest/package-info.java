// SPDX-License-Identifier: Apache-2.0
/** Tables of text into runs: dialect, header, numbers, times and what to do with rows that do not fit. */
package org.asyncplot.viewer.ingest;
