// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.architecture.violations.writer;

import java.awt.image.BufferedImage;

/** Breaks: images of AWT are known to plots and viewers only. */
public final class WriterNamesImage {
    BufferedImage image;
}
