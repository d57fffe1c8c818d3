// SPDX-License-Identifier: Apache-2.0
/** The commands: their options, exit codes and messages, and the wiring of everything else by hand. */
package org.asyncplot.viewer.cli;
