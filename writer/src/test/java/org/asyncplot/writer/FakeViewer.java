// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A jar that looks like the viewer's. What is started from it writes a file with what it was told, named by its pid, and stays until all are to end. */
final class FakeViewer {
    static final String DIRECTORY = "FAKE_VIEWERS";
    private static final String END = "end";
    private static final String SOURCE = """
        package org.asyncplot.viewer.cli;
        import java.nio.file.*;
        public class Main {
            public static void main(String[] arguments) throws Exception {
                Path directory = Path.of(System.getenv("%s"));
                String pid = String.valueOf(ProcessHandle.current().pid());
                Path partial = directory.resolve(pid + ".partial");
                Files.write(partial, java.util.List.of(arguments));
                Files.move(partial, directory.resolve(pid + ".viewer"), StandardCopyOption.ATOMIC_MOVE);
                long began = System.nanoTime();
                while (System.nanoTime() - began < 100e9 && Files.isDirectory(directory) && Files.notExists(directory.resolve("%s"))) {
                    Thread.sleep(20);
                }
            }
        }
        """.formatted(DIRECTORY, END);

    private final Path directory;

    FakeViewer(Path directory) throws IOException {
        this.directory = Files.createDirectories(directory);
    }

    /** Where those that were started say so. */
    Path directory() {
        return directory;
    }

    /** Makes the jar. */
    Path jar(Path jar) throws IOException {
        Path classes = Files.createDirectories(directory.resolve("classes"));
        Path source = Files.writeString(classes.resolve("Main.java"), SOURCE);
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", classes.toString(), source.toString()) != 0) {
            throw new IOException("the fake viewer does not compile");
        }
        Files.createDirectories(jar.getParent());
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, ViewerSearch.MAIN);
        Path partial = jar.resolveSibling("partial");
        try (JarOutputStream stream = new JarOutputStream(Files.newOutputStream(partial), manifest)) {
            stream.putNextEntry(new JarEntry(ClassPath.resource(ViewerSearch.MAIN)));
            Files.copy(classes.resolve(ClassPath.resource(ViewerSearch.MAIN)), stream);
        }
        return Files.move(partial, jar, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Those that were started, by what they were told. */
    List<Path> started() throws IOException {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".viewer")).sorted().toList();
        }
    }

    static ProcessHandle process(Path started) {
        return ProcessHandle.of(Long.parseLong(started.getFileName().toString().replace(".viewer", ""))).orElseThrow();
    }

    List<Path> awaitStarted(int count) throws IOException {
        long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (started().size() < count) {
            if (System.nanoTime() > deadlineNs) {
                throw new AssertionError(started().size() + " viewers instead of " + count + " were started");
            }
            Thread.onSpinWait();
        }
        return started();
    }

    /** Has them all end. */
    void end() throws IOException {
        Files.writeString(directory.resolve(END), "");
        for (Path viewer : started()) {
            ProcessHandle.of(Long.parseLong(viewer.getFileName().toString().replace(".viewer", ""))).ifPresent(process -> process.onExit().join());
        }
    }
}
