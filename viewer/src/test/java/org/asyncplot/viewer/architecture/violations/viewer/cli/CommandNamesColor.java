// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.architecture.violations.viewer.cli;

import java.awt.Color;

/** Breaks: AWT is known to plots only. */
public final class CommandNamesColor {
    Color color;
}
