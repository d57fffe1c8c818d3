// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.io.IOException;
import java.util.List;
import java.util.jar.JarFile;

/** The classes of the jar that this program was started from. */
final class OwnClasses {
    private static final String SUFFIX = ".class";
    /** What a window takes; the rest of JavaFX (web, media, FXML) is never loaded. */
    private static final List<String> WINDOW = List.of("org/asyncplot/viewer/", "javafx/animation/", "javafx/application/", "javafx/beans/",
            "javafx/collections/", "javafx/css/", "javafx/event/", "javafx/geometry/", "javafx/scene/", "javafx/stage/", "javafx/util/",
            "com/sun/javafx/", "com/sun/glass/", "com/sun/prism/", "com/sun/scenario/");

    private OwnClasses() {
    }

    /** Loads, without initialising, what a window may need: to open one for the purpose would startle whoever sits before it. */
    static void loadForWindow() throws IOException {
        try (JarFile jar = new JarFile(System.getProperty("java.class.path"))) {
            jar.stream().map(entry -> entry.getName()).filter(OwnClasses::isForWindow).forEach(OwnClasses::load);
        }
    }

    private static boolean isForWindow(String entry) {
        return entry.endsWith(SUFFIX) && WINDOW.stream().anyMatch(entry::startsWith);
    }

    private static void load(String entry) {
        String name = entry.substring(0, entry.length() - SUFFIX.length()).replace('/', '.');
        try {
            Class.forName(name, false, OwnClasses.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError forAnotherPlatform) {
            // What cannot be loaded here will not be needed here.
            return;
        }
    }
}
