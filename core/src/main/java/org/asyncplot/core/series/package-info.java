// SPDX-License-Identifier: Apache-2.0
/** What a picture needs of a signal: the samples or the envelope of a stretch for a number of pixel columns. */
package org.asyncplot.core.series;
