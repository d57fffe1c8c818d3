// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.ingest;

/**
 * A column that becomes a channel.
 *
 * @param field its place in a row, from 0
 * @param name  its name, distinct among the columns
 * @param unit  its unit, empty if none is said
 */
record Column(int field, String name, String unit) {
}
