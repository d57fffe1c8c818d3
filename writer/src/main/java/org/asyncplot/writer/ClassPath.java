// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Where a program's classes lie, as far as another process can load them from there. */
final class ClassPath {
    private ClassPath() {
    }

    /** The directories and jars that a loader and those above it look in; absolute, in their order, each once. */
    static Set<Path> of(ClassLoader loader) {
        Set<Path> entries = new LinkedHashSet<>();
        for (ClassLoader next = loader; next != null; next = next.getParent()) {
            if (next instanceof URLClassLoader known) {
                for (URL url : known.getURLs()) {
                    file(url.toString()).filter(Files::exists).ifPresent(entries::add);
                }
            }
        }
        add(System.getProperty("java.class.path", ""), entries);
        add(System.getProperty("jdk.module.path", ""), entries);
        return entries;
    }

    private static void add(String path, Set<Path> entries) {
        if (path.isEmpty()) {
            return;
        }
        for (String entry : path.split(File.pathSeparator, -1)) {
            try {
                // The JVM takes an empty entry as the current directory.
                Path found = Path.of(entry).toAbsolutePath().normalize();
                if (Files.exists(found)) {
                    entries.add(found);
                }
            } catch (InvalidPathException noFile) {
                // The JVM finds nothing there either.
                continue;
            }
        }
    }

    /** The directory or jar that a resource was found in; absent if it is only in memory. */
    static Optional<Path> root(URL resource, String name) {
        String text = resource.toString();
        if (text.startsWith("jar:")) {
            return file(text.substring("jar:".length(), text.indexOf("!/")));
        }
        return text.endsWith(name) ? file(text.substring(0, text.length() - name.length())) : Optional.empty();
    }

    private static Optional<Path> file(String url) {
        try {
            return url.startsWith("file:") ? Optional.of(Path.of(new URI(url)).toAbsolutePath().normalize()) : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException noFile) {
            return Optional.empty();
        }
    }

    /** The name of a class as a resource. */
    static String resource(String className) {
        return className.replace('.', '/') + ".class";
    }
}
