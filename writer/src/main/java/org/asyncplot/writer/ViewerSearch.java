// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.asyncplot.core.queue.RunException;

/**
 * Looks for the viewer: on the class path, where an option says, in the user's data directory, in the local Maven repository.
 *
 * @param jar         what an option says, value empty for nothing
 * @param environment of this process
 * @param home        of the user
 * @param ownFile     where this class lies, null if that is no file
 * @param version     of this project, empty if it cannot be told
 */
record ViewerSearch(PlotOption.Setting jar, Map<String, String> environment, Path home, Path ownFile, String version) {
    static final String MAIN = "org.asyncplot.viewer.cli.Main";
    private static final String JAR = "asyncplot.jar";
    private static final String ARTIFACT = "asyncplot-viewer";
    private static final String DESCRIPTION = "META-INF/maven/org.asyncplot/asyncplot-writer/pom.properties";

    /** What java is to be given to start the viewer, and where that was found. */
    record Found(List<String> arguments, String place) {
    }

    static ViewerSearch of(PlotOption.Setting jar) {
        String own = ClassPath.resource(ViewerSearch.class.getName());
        URL location = ViewerSearch.class.getClassLoader().getResource(own);
        return new ViewerSearch(jar, System.getenv(), Path.of(System.getProperty("user.home")),
            location == null ? null : ClassPath.root(location, own).orElse(null), ownVersion());
    }

    private static String ownVersion() {
        try (InputStream description = ViewerSearch.class.getClassLoader().getResourceAsStream(DESCRIPTION)) {
            Properties properties = new Properties();
            if (description != null) {
                properties.load(description);
            }
            return properties.getProperty("version", "");
        } catch (IOException unreadable) {
            return "";
        }
    }

    /**
     * Looks everywhere.
     *
     * @param loader of the program
     * @throws RunException with one line of advice if there is none
     */
    Found find(ClassLoader loader) {
        return onClassPath(loader).or(this::elsewhere).orElseThrow(() -> new RunException(RunException.Kind.MISSING,
            "no viewer was found; put " + JAR + " on the class path or into " + dataDirectory() + ", or name it by -D"
            + PlotContext.VIEWER_JAR_PROPERTY + " or " + PlotOption.VIEWER_JAR.variable().orElseThrow()));
    }

    /** Looks where a program would that has only the writer on its class path. */
    Optional<Found> elsewhere() {
        return named().or(() -> jar(dataDirectory().resolve(JAR), "data directory")).or(this::inRepository);
    }

    private static Optional<Found> onClassPath(ClassLoader loader) {
        String main = ClassPath.resource(MAIN);
        URL found = loader == null ? null : loader.getResource(main);
        Optional<Path> root = found == null ? Optional.empty() : ClassPath.root(found, main);
        if (root.isEmpty()) {
            return Optional.empty();
        }
        if (isProgram(root.get())) {
            return jar(root.get(), "class path");
        }
        String path = ClassPath.of(loader).stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        return Optional.of(new Found(List.of("-cp", path, MAIN), "class path"));
    }

    /** Whether everything that the viewer needs is in this one jar. */
    private static boolean isProgram(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (JarFile opened = new JarFile(file.toFile())) {
            return opened.getManifest() != null && MAIN.equals(opened.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS));
        } catch (IOException unreadable) {
            return false;
        }
    }

    private Optional<Found> named() {
        if (jar.value().isEmpty()) {
            return Optional.empty();
        }
        Path file = Path.of(jar.value()).toAbsolutePath();
        return Optional.of(jar(file, jar.place()).orElseThrow(() -> new RunException(RunException.Kind.MISSING,
            "no viewer is opened: " + file + ", which " + jar.place() + " names, " + (Files.exists(file) ? "is not asyncplot.jar"
            : "does not exist"))));
    }

    private static Optional<Found> jar(Path file, String place) {
        return isProgram(file) ? Optional.of(new Found(List.of("-jar", file.toString()), place)) : Optional.empty();
    }

    private Path dataDirectory() {
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        return (data.startsWith("/") ? Path.of(data) : home.resolve(".local").resolve("share")).resolve("asyncplot");
    }

    private Optional<Found> inRepository() {
        if (version.isEmpty()) {
            return Optional.empty();
        }
        String name = ARTIFACT + "-" + version + "-app.jar";
        // REPOSITORY/org/asyncplot/asyncplot-writer/VERSION/asyncplot-writer-VERSION.jar knows a repository that is not at its usual place.
        Path beside = ownFile == null || ownFile.getNameCount() < 3 ? null
            : ownFile.getParent().getParent().resolveSibling(ARTIFACT).resolve(version).resolve(name);
        Path usual = home.resolve(Path.of(".m2", "repository", "org", "asyncplot", ARTIFACT, version, name));
        return (beside == null ? Optional.<Found>empty() : jar(beside, "local Maven repository"))
            .or(() -> jar(usual, "local Maven repository"));
    }
}
