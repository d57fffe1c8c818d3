// SPDX-License-Identifier: Apache-2.0
/** What to draw: figure specifications as records, read from and written to YAML. */
package org.asyncplot.core.figure;
