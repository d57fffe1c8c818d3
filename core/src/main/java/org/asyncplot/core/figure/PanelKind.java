// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.figure;

/** What a panel draws. Every name of the dialect is known; a renderer says which kinds it draws. */
public enum PanelKind {
    LINE, SCATTER, XY, WAVEFORM, IMAGE, HISTOGRAM, SPECTRUM, SPECTROGRAM, NOTES, VALUE, TABLE
}
