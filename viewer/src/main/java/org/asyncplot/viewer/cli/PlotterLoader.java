// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.io.File;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.asyncplot.core.plotter.Plotter;

/** Makes an instance of a user's plotter, or says in one line why it cannot. */
final class PlotterLoader {
    private PlotterLoader() {
    }

    /**
     * Loads a class and calls its constructor.
     *
     * @param className with its package
     * @param classPath directories and jars, separated as on the platform's class path; possibly empty
     * @param parent    knows this project's classes
     * @return the plotter, whose classes stay loaded until the process ends
     * @throws CommandException if it cannot be used
     */
    static Plotter load(String className, String classPath, ClassLoader parent) {
        URLClassLoader loader = new URLClassLoader(urls(classPath), parent);
        try {
            Class<?> found = Class.forName(className, true, loader);
            if (!Plotter.class.isAssignableFrom(found)) {
                throw refused(className + " does not implement " + Plotter.class.getName(), null);
            }
            Constructor<?> constructor = found.getDeclaredConstructor();
            constructor.setAccessible(true);
            return (Plotter) constructor.newInstance();
        } catch (ClassNotFoundException missing) {
            throw refused("there is no class " + className + (classPath.isEmpty() ? "; say with --class-path where it lies"
                    : " on the class path " + classPath), missing);
        } catch (NoSuchMethodException without) {
            throw refused(className + " has no constructor without arguments", without);
        } catch (InvocationTargetException thrown) {
            throw refused("the constructor of " + className + " failed: " + thrown.getCause(), thrown.getCause());
        } catch (UnsupportedClassVersionError newer) {
            throw refused(className + " was compiled for a newer Java than " + Runtime.version().feature(), newer);
        } catch (ReflectiveOperationException | LinkageError unusable) {
            throw refused(className + " cannot be used: " + unusable, unusable);
        }
    }

    private static URL[] urls(String classPath) {
        List<URL> urls = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator)) {
            try {
                if (!entry.isEmpty()) {
                    Path path = Path.of(entry);
                    if (!Files.exists(path)) {
                        throw refused(entry + ", which " + PlotterOptions.CLASS_PATH + " names, does not exist", null);
                    }
                    urls.add(path.toUri().toURL());
                }
            } catch (InvalidPathException | MalformedURLException unreadable) {
                throw refused(entry + ", which " + PlotterOptions.CLASS_PATH + " names, is no path", unreadable);
            }
        }
        return urls.toArray(new URL[0]);
    }

    private static CommandException refused(String why, Throwable cause) {
        return new CommandException(ExitCode.FAILED, "--plotter: " + why.lines().findFirst().orElse(why), cause);
    }
}
