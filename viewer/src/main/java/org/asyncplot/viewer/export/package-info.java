// SPDX-License-Identifier: Apache-2.0
/** Signals of a run as tables for other programs: CSV and Arrow. */
package org.asyncplot.viewer.export;
