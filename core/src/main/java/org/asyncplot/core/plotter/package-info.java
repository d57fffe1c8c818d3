// SPDX-License-Identifier: Apache-2.0
/** The face for users' own drawing: what a plotter is, and what it is given. */
package org.asyncplot.core.plotter;
