// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.export;

import org.asyncplot.core.run.SignalChannel;

/**
 * A column of a table: one y of a signal.
 *
 * @param signal the place of its signal among those of the table
 * @param column which y of it
 * @param name   the channel's name, followed by a dot and the column's where the channel has several
 * @param unit   of y, possibly empty
 */
record ExportColumn(int signal, int column, String name, String unit) {
    static ExportColumn of(int place, SignalChannel signal, int column) {
        boolean several = signal.columns().size() > 1;
        return new ExportColumn(place, column, several ? signal.name() + "." + signal.columns().get(column) : signal.name(), signal.unit());
    }
}
