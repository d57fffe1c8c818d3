// SPDX-License-Identifier: Apache-2.0
/** Drawing a snapshot into an image: layout, axes, bands, lines, images, text; PNG files. */
package org.asyncplot.viewer.plot;
