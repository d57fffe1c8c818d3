// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.ingest;

import java.util.List;

/**
 * How a table will be read.
 *
 * @param layout  what its columns mean
 * @param notices what the user should know about it, a line each
 */
record Plan(Layout layout, List<String> notices) {
}
