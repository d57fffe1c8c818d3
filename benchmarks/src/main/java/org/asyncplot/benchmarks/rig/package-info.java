// SPDX-License-Identifier: Apache-2.0
/** Open-loop measurements across processes: what samples cost a computation, and how old a pixel on a screen is. */
package org.asyncplot.benchmarks.rig;
