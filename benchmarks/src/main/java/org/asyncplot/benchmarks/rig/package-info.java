// SPDX-License-Identifier: Apache-2.0
/** Open-loop measurements across processes: from a sample that was due to a pixel on a screen. */
package org.asyncplot.benchmarks.rig;
