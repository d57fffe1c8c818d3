// SPDX-License-Identifier: Apache-2.0
/** A run on disk: naming, discovery, liveness, opening; channels and their blocks as read-only views. */
package org.asyncplot.core.run;
