// SPDX-License-Identifier: Apache-2.0
/** What a computation embeds to be watched: plots, signals, waveforms, images, notes, and the agent behind them. */
package org.asyncplot.writer;
