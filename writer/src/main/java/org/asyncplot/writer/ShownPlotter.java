// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import java.io.File;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.asyncplot.core.plotter.Plotter;

/**
 * A class of the user's that a viewer is to draw with.
 *
 * @param type    has a constructor without arguments
 * @param options handed to it
 */
record ShownPlotter(Class<? extends Plotter> type, Map<String, String> options) {
    ShownPlotter {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /**
     * Checks a class and its options.
     *
     * @param options each KEY=VALUE
     * @throws IllegalArgumentException with one line if a viewer could not use them
     */
    static ShownPlotter of(Class<? extends Plotter> type, String... options) {
        if (type == null) {
            throw new IllegalArgumentException("show needs a class that draws; show() without one shows all channels");
        }
        String name = type.getName();
        if (type.isInterface() || Modifier.isAbstract(type.getModifiers())) {
            throw new IllegalArgumentException(name + " cannot be shown: it is " + (type.isInterface() ? "an interface" : "abstract"));
        }
        if (type.isAnonymousClass() || type.isHidden()) {
            throw new IllegalArgumentException(name + " cannot be shown: it is anonymous; give the class a name");
        }
        if (Arrays.stream(type.getDeclaredConstructors()).noneMatch(constructor -> constructor.getParameterCount() == 0)) {
            throw new IllegalArgumentException(name + " cannot be shown: it has no constructor without arguments"
                + (type.isMemberClass() ? "; an inner class has to be static" : ""));
        }
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String option : options) {
            int equals = option == null ? -1 : option.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException(name + " cannot be shown: its option '" + option + "' is not KEY=VALUE");
            }
            pairs.put(option.substring(0, equals), option.substring(equals + 1));
        }
        return new ShownPlotter(type, pairs);
    }

    /** An instance, for a viewer in this process. */
    Plotter make() throws ReflectiveOperationException {
        var constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }

    /**
     * What a viewer elsewhere is told.
     *
     * @throws IllegalArgumentException with one line if it could not load the class
     */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of("--plotter", type.getName(), "--class-path", classPath()));
        options.forEach((key, value) -> arguments.addAll(List.of("--option", key + "=" + value)));
        return arguments;
    }

    private String classPath() {
        ClassLoader loader = type.getClassLoader();
        String resource = ClassPath.resource(type.getName());
        URL found = loader == null ? null : loader.getResource(resource);
        Path root = found == null ? null : ClassPath.root(found, resource).orElse(null);
        if (root == null) {
            throw new IllegalArgumentException(type.getName() + " cannot be shown by another process, since it is only in memory; compile it "
                + "into a directory on the class path");
        }
        Set<Path> entries = new LinkedHashSet<>(Set.of(root));
        entries.addAll(ClassPath.of(loader));
        return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /** As a note of the run has it. */
    String text() {
        return options.isEmpty() ? type.getName()
            : type.getName() + " with " + options.entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining(", "));
    }
}
