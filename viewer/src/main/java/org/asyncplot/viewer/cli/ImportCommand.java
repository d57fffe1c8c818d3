// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Records a table that lies in a file. */
@Command(name = "import", description = "Record the table in FILE as a run. Fields are separated by commas, tabs, semicolons "
        + "or blanks; each column of numbers becomes a signal with the name and the unit in its "
        + "header, as in `speed [m/s]` or `speed (m/s)`. "
        + "Lines that begin with # are passed over, empty fields are gaps, rows that do not fit are counted and left out.")
final class ImportCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Mixin
    private TableOptions table;

    @Parameters(paramLabel = "FILE", description = "A table of text in UTF-8.")
    private Path file;

    @Override
    public Integer call() throws IOException {
        if (Files.isDirectory(file)) {
            throw new CommandException(ExitCode.FAILED, file + " is a directory; name a file in it");
        }
        try (InputStream input = Files.newInputStream(file)) {
            return new TableRecording(table, common).record(input, file.toString(), runName());
        }
    }

    /** The file's name without its last extension. */
    private String runName() {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
