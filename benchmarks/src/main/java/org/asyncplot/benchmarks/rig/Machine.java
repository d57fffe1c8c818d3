// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.benchmarks.rig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What a measurement ran on, and where. */
final class Machine {
    private Machine() {
    }

    static String line(Path directory) throws IOException {
        return System.getProperty("os.name") + " " + System.getProperty("os.version") + ", " + Runtime.getRuntime().availableProcessors()
            + " processors, Java " + Runtime.version() + ", " + directory + " (" + Files.getFileStore(directory).type() + ")";
    }

    /** The value of an option on a command line. */
    static String option(List<String> arguments, String name, String otherwise) {
        int at = arguments.indexOf(name);
        return at < 0 ? otherwise : arguments.get(at + 1);
    }

    static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
