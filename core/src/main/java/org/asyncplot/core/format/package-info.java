// SPDX-License-Identifier: Apache-2.0
/** The wire format of a run: block layouts, flyweights over them, and records of the documents that never change. */
package org.asyncplot.core.format;
