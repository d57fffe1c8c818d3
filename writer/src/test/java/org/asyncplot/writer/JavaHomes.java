// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the Java that runs the tests lies, and others. */
final class JavaHomes {
    private JavaHomes() {
    }

    static Path current() {
        return Path.of(System.getProperty("java.home"));
    }

    /** The one that {@code JAVA25_HOME} names, else one of /usr/lib/jvm. */
    static Optional<Path> java25() throws IOException {
        String home = System.getenv("JAVA25_HOME");
        if (home != null) {
            return Optional.of(Path.of(home));
        }
        Path all = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(all)) {
            return Optional.empty();
        }
        try (Stream<Path> homes = Files.list(all)) {
            return homes.filter(found -> found.getFileName().toString().matches(".*\\b25\\b.*"))
                .filter(found -> Files.isExecutable(found.resolve("bin/java")))
                .findFirst();
        }
    }
}
