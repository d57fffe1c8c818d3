// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Records a table that comes on standard input. */
@Command(name = "pipe", synopsisHeading = "Usage: COMMAND | ",
    description = "Record the table that COMMAND prints, each row visible as soon as it is read. Fields are separated by commas, "
        + "tabs, semicolons or blanks; each column of numbers becomes a signal with the name and the unit in its "
        + "header, as in `speed [m/s]` or `speed (m/s)`. Lines that begin with # are passed over, empty fields are gaps, rows that "
        + "do not fit are counted and left out. Ctrl-C records what has come and ends.")
final class PipeCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Mixin
    private TableOptions table;

    @Override
    public Integer call() {
        if (System.console() != null) {
            common.err().println("asyncplot: reading a table from this terminal; Ctrl-D ends it");
        }
        return new TableRecording(table, common).record(System.in, "standard input", "pipe");
    }
}
