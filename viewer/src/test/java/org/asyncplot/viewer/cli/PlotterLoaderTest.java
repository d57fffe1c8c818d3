// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Graphics2D;
import java.nio.file.Path;
import org.asyncplot.core.plotter.PlotView;
import org.asyncplot.core.plotter.Plotter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
final class PlotterLoaderTest {
    @TempDir
    private Path directory;

    /** As a beginner would write one: not public, no constructor. */
    static final class Plain implements Plotter {
        @Override
        public void paint(Graphics2D graphics, PlotView view) {
        }
    }

    record Demanding(int seconds) implements Plotter {
        @Override
        public void paint(Graphics2D graphics, PlotView view) {
        }
    }

    static final class Failing implements Plotter {
        Failing() {
            throw new IllegalStateException("no luck\ntoday");
        }

        @Override
        public void paint(Graphics2D graphics, PlotView view) {
        }
    }

    static final class BadlyBorn implements Plotter {
        static final int NUMBER = Integer.parseInt("none");

        @Override
        public void paint(Graphics2D graphics, PlotView view) {
        }
    }

    abstract static class Half implements Plotter {
    }

    @Test
    void shouldMakeAnInstanceWhenClassIsNotPublic() {
        assertThat(load(Plain.class.getName(), "")).isInstanceOf(Plain.class);
    }

    @Test
    void shouldSayInOneLineWhyItCannot() {
        refuses("Missing", "there is no class Missing; say with --class-path where it lies");
        assertThatThrownBy(() -> load("Missing", directory.toString())).hasMessage("--plotter: there is no class Missing on the class path " + directory);
        refuses(String.class.getName(), "java.lang.String does not implement org.asyncplot.core.plotter.Plotter");
        refuses(Demanding.class.getName(), Demanding.class.getName() + " has no constructor without arguments");
        refuses(Failing.class.getName(), "the constructor of " + Failing.class.getName() + " failed: java.lang.IllegalStateException: no luck");
        refuses(BadlyBorn.class.getName(), BadlyBorn.class.getName() + " cannot be used: java.lang.ExceptionInInitializerError");
        refuses(Half.class.getName(), Half.class.getName() + " cannot be used: java.lang.InstantiationException");
    }

    @Test
    void shouldNameTheEntryThatDoesNotExist() {
        Path missing = directory.resolve("nowhere");

        assertThatThrownBy(() -> load("Missing", directory + java.io.File.pathSeparator + missing))
                .hasMessage("--plotter: " + missing + ", which --class-path names, does not exist");
    }

    private static void refuses(String className, String why) {
        assertThatThrownBy(() -> load(className, "")).isInstanceOf(CommandException.class).hasMessage("--plotter: " + why);
    }

    private static Plotter load(String className, String classPath) {
        return PlotterLoader.load(className, classPath, PlotterLoaderTest.class.getClassLoader());
    }
}
