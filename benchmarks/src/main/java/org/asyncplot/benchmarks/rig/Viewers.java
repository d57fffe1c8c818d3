// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.benchmarks.rig;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Viewers in processes of their own. */
final class Viewers {
    private Viewers() {
    }

    /**
     * Starts one on a display.
     *
     * @param viewer the launcher, which has options of its own for the JVM, or the jar, which has none
     */
    static Process start(Path viewer, String display, List<String> options) throws IOException {
        List<String> command = new ArrayList<>();
        if (viewer.toString().endsWith(".jar")) {
            command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar"));
        }
        command.add(viewer.toAbsolutePath().toString());
        command.add("view");
        command.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("DISPLAY", display);
        builder.environment().remove("WAYLAND_DISPLAY");
        return builder.start();
    }
}
