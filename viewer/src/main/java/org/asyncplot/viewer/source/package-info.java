// SPDX-License-Identifier: Apache-2.0
/** Where pictures get their data: snapshots of runs. */
package org.asyncplot.viewer.source;
