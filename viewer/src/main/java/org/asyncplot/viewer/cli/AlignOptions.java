// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asyncplot.core.figure.XPosition;
import org.asyncplot.core.run.Runs;
import org.asyncplot.viewer.source.Alignment;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How several runs lie over each other, for every command that draws them. */
final class AlignOptions {
    private static final String OFFSET = "--offset";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--align", paramLabel = "x|start", defaultValue = "x", description = {"What x is counted from: as recorded (x), or, where it is a",
        "time, from the start of its run (start). Numbers stay as they are (${DEFAULT-VALUE})."})
    private Alignment.By by;

    @Option(names = OFFSET, paramLabel = "RUN=BY", description = {"Move a run along x by so much, a number in the unit of x or a length",
        "such as -500 ms; may be repeated."})
    private Map<String, String> offsets = new LinkedHashMap<>();

    /**
     * What was asked for.
     *
     * @param known       where runs lie
     * @param directories the runs that are shown
     * @return the alignment
     * @throws ParameterException if an offset cannot be read, or is for a run that is not shown
     */
    Alignment alignment(Runs known, List<Path> directories) {
        List<Alignment.Offset> found = new ArrayList<>(Collections.nCopies(directories.size(), Alignment.Offset.NONE));
        offsets.forEach((run, by) -> {
            Alignment.Offset offset = offset(run, by);
            int place = directories.indexOf(known.find(run));
            if (place < 0) {
                throw new ParameterException(command.commandLine(), OFFSET + " " + run + "=" + by + ": that run is not among those that are shown");
            }
            found.set(place, offset);
        });
        return new Alignment(by, found);
    }

    private Alignment.Offset offset(String run, String text) {
        String plain = text.strip();
        boolean signed = plain.startsWith("-") || plain.startsWith("+");
        String length = signed ? plain.substring(1).strip() : plain;
        try {
            double sign = plain.startsWith("-") ? -1 : 1;
            String number = length.replaceFirst("\\s*[^0-9.]+$", "");
            XPosition read = XPosition.parseLength(length);
            if (read instanceof XPosition.Value value) {
                return new Alignment.Offset(sign * value.x(), "");
            }
            return new Alignment.Offset(sign * Double.parseDouble(number), length.substring(number.length()).strip());
        } catch (IllegalArgumentException unreadable) {
            throw new ParameterException(command.commandLine(), OFFSET + " " + run + "=" + text + ": " + unreadable.getMessage());
        }
    }
}
