// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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
    /** An Arrow IPC file begins with this. */
    private static final String ARROW = "ARROW1";

    @Mixin
    private CommonOptions common;

    @Mixin
    private TableOptions table;

    @Parameters(paramLabel = "FILE", description = "A table of text in UTF-8, or an Arrow IPC file, of which only --x, --name, --param and --view are asked.")
    private Path file;

    @Override
    public Integer call() throws IOException {
        if (Files.isDirectory(file)) {
            throw new CommandException(ExitCode.FAILED, file + " is a directory; name a file in it");
        }
        if (isArrow()) {
            return new TableRecording(table, common).recordArrow(file, runName());
        }
        try (InputStream input = Files.newInputStream(file)) {
            return new TableRecording(table, common).record(input, file.toString(), runName());
        }
    }

    /** Looks at the beginning of a file that can be read twice. */
    private boolean isArrow() throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream input = Files.newInputStream(file)) {
            return new String(input.readNBytes(ARROW.length()), StandardCharsets.ISO_8859_1).equals(ARROW);
        }
    }

    /** The file's name without its last extension. */
    private String runName() {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
