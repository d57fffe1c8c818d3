// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asyncplot.core.queue.RunException;
import org.asyncplot.core.run.Runs;

/** The runs that were named on a command line, each plainly or by a pattern. */
final class RunSelection {
    private final Runs runs;
    /** True where the run was named plainly. */
    private final Map<Path, Boolean> found = new LinkedHashMap<>();

    private RunSelection(Runs runs) {
        this.runs = runs;
    }

    /**
     * Finds runs.
     *
     * @param runs  where they lie
     * @param named directories, names of directories, names of runs, or patterns of the latter two; none for all there are
     * @return the selection
     * @throws RunException of kind MISSING if a name or a pattern fits none
     */
    static RunSelection of(Runs runs, List<String> named) {
        RunSelection selection = new RunSelection(runs);
        if (named.isEmpty()) {
            runs.list().forEach(directory -> selection.found.put(directory, false));
        }
        named.forEach(selection::add);
        return selection;
    }

    private void add(String text) {
        if (!text.contains("*") && !text.contains("?")) {
            found.put(runs.find(text), true);
            return;
        }
        ChannelGlob glob = ChannelGlob.of(text);
        List<Path> matching = runs.list().stream()
                .filter(directory -> glob.test(directory.getFileName().toString()) || Runs.nameOf(directory).filter(glob).isPresent())
                .toList();
        if (matching.isEmpty()) {
            throw new RunException(RunException.Kind.MISSING, "no run fits '" + text + "' in " + runs.directory()
                    + "; 'asyncplot list' names those there are");
        }
        matching.forEach(directory -> found.putIfAbsent(directory, false));
    }

    List<Path> directories() {
        return new ArrayList<>(found.keySet());
    }

    boolean isNamedPlainly(Path directory) {
        return found.getOrDefault(directory, false);
    }
}
