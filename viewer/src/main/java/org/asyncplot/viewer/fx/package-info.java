// SPDX-License-Identifier: Apache-2.0
/** The window: view models without a toolkit, and the JavaFX views that show them. */
package org.asyncplot.viewer.fx;
