// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A real file system of 48 MiB, mounted for one test; the test is skipped where mounting is not allowed. */
final class SmallDisk implements AutoCloseable {
    private static final String SIZE = "48M";

    private final Path directory;

    private SmallDisk(Path directory) {
        this.directory = directory;
    }

    static SmallDisk mount(String kind, Path temporary) throws IOException, InterruptedException {
        Path directory = Files.createDirectory(temporary.resolve("small-disk"));
        if (kind.equals("tmpfs")) {
            run(List.of("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "tmpfs", directory.toString()));
        } else {
            String image = temporary.resolve("image").toString();
            run(List.of("truncate", "-s", SIZE, image));
            run(List.of("mkfs.ext4", "-q", "-F", "-m", "0", image));
            run(List.of("mount", "-o", "loop", image, directory.toString()));
        }
        return new SmallDisk(directory);
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        String said;
        int exitCode;
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            exitCode = process.waitFor();
        } catch (IOException missing) {
            said = missing.getMessage();
            exitCode = -1;
        }
        Assumptions.assumeTrue(exitCode == 0, "no small disk here: " + String.join(" ", command) + ": " + said);
    }

    Path directory() {
        return directory;
    }

    @Override
    public void close() throws IOException {
        try {
            new ProcessBuilder("umount", "-l", directory.toString()).start().waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
