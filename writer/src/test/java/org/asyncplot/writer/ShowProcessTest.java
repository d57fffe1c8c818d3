// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.asyncplot.core.run.Presence;
import org.asyncplot.core.run.Run;
import org.asyncplot.core.run.Runs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Programs that show their plots, and what comes of it: viewers that are found or not, die, are there already, and outlive what started them. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
@EnabledOnOs(OS.LINUX)
class ShowProcessTest {
    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String VERSION = "7.8.9";

    @TempDir
    Path temporary;

    private final Map<String, String> environment = new HashMap<>();
    private final List<String> options = new ArrayList<>();
    private final List<Throwable> errors = new CopyOnWriteArrayList<>();
    private final List<Process> processes = new ArrayList<>();
    private String classPath = System.getProperty("java.class.path");
    private FakeViewer viewers;

    /** Shows a plot as it is told, waits for the file that lets it go on, and ends. */
    static final class Program {
        public static void main(String[] arguments) throws Exception {
            Path directory = Path.of(arguments[0]);
            List<Plot> plots = new ArrayList<>();
            warmUp(directory.resolve("warm"));
            for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
                plots.add(Plot.open(new PlotContext().name("shown").runsDirectory(directory.resolve("runs"))));
            }
            long beganNs = System.nanoTime();
            for (Plot plot : plots) {
                switch (arguments[1]) {
                    case "twice" -> {
                        plot.show();
                        plot.show();
                    }
                    case "closed" -> {
                        plot.close();
                        plot.show();
                        plot.show(ShownPlotterTest.Named.class);
                    }
                    case "plotter" -> plot.show(ShownPlotterTest.Named.class, "unit=2");
                    case "unusable" -> plot.show(ShownPlotterTest.Needing.class);
                    default -> plot.show();
                }
            }
            System.out.println("shown " + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beganNs));
            for (Plot plot : plots) {
                plot.signal("a", "V").add(1, 2);
            }
            while (arguments.length > 3 && Files.notExists(Path.of(arguments[3]))) {
                Thread.onSpinWait();
            }
            plots.forEach(Plot::close);
        }

        /** On a machine that is busy with other tests the first opening may take longer than plots wait. */
        private static void warmUp(Path directory) {
            boolean warm = false;
            while (!warm) {
                try (Plot plot = Plot.open(new PlotContext().runsDirectory(directory).errorHandler(slow -> { }))) {
                    warm = plot.isOn();
                }
            }
        }
    }

    /** What a program left behind. */
    private record Ended(String out, String err) {
    }

    @BeforeEach
    void prepare() throws IOException {
        viewers = new FakeViewer(temporary.resolve("viewers"));
        environment.put("DISPLAY", ":0");
        environment.put(FakeViewer.DIRECTORY, viewers.directory().toString());
        environment.put("XDG_STATE_HOME", temporary.resolve("state").toString());
        environment.put("XDG_DATA_HOME", temporary.resolve("data").toString());
    }

    @AfterEach
    void end() throws IOException {
        processes.forEach(Process::destroyForcibly);
        viewers.end();
    }

    private Process start(List<String> prefix, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(JAVA, "-Duser.home=" + temporary.resolve("home")));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, Program.class.getName(), temporary.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(temporary.resolve("out").toFile())
            .redirectError(temporary.resolve("err").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("ASYNCPLOT_") || name.equals("DISPLAY"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    private Ended run(String... arguments) throws IOException, InterruptedException {
        Process process = start(List.of(), arguments);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        Ended ended = new Ended(Files.readString(temporary.resolve("out")), Files.readString(temporary.resolve("err")));
        assertThat(process.exitValue()).as(ended.toString()).isZero();
        return ended;
    }

    private Path newest() {
        return new Runs(temporary.resolve("runs")).find("shown");
    }

    /** Runs to its end a program whose viewer can be found in one way; the viewer stays. */
    private void assertFound() throws Exception {
        assertThat(run("once", "1").err()).isEmpty();
        List<Path> started = viewers.awaitStarted(1);
        assertThat(started).hasSize(1);
        assertThat(Files.readAllLines(started.get(0))).containsExactly("view", newest().toString());
        assertThat(FakeViewer.process(started.get(0)).isAlive()).isTrue();
    }

    @Test
    void shouldFindTheViewerOnTheClassPath() throws Exception {
        classPath += File.pathSeparator + viewers.jar(temporary.resolve("some.jar"));
        environment.put("ASYNCPLOT_JAR", "/nowhere");
        assertFound();
    }

    @Test
    void shouldFindClassesOfTheViewerThatAreNoProgramByThemselves() throws Exception {
        viewers.jar(temporary.resolve("some.jar"));
        classPath += File.pathSeparator + viewers.directory().resolve("classes");
        assertFound();
    }

    @Test
    void shouldFindTheViewerThatThePropertyNames() throws Exception {
        options.add("-Dasyncplot.viewer.jar=" + viewers.jar(temporary.resolve("named one.jar")));
        environment.put("ASYNCPLOT_JAR", "/nowhere");
        assertFound();
    }

    @Test
    void shouldFindTheViewerThatTheVariableNames() throws Exception {
        environment.put("ASYNCPLOT_JAR", viewers.jar(temporary.resolve("named.jar")).toString());
        assertFound();
    }

    @Test
    void shouldFindTheViewerInTheDataDirectory() throws Exception {
        viewers.jar(temporary.resolve("data/asyncplot/asyncplot.jar"));
        assertFound();
    }

    @Test
    void shouldFindTheViewerOfTheSameVersionInTheLocalRepository() throws Exception {
        Path description = temporary.resolve("metadata/META-INF/maven/org.asyncplot/asyncplot-writer/pom.properties");
        Files.createDirectories(description.getParent());
        Files.writeString(description, "version=" + VERSION + "\n");
        classPath += File.pathSeparator + temporary.resolve("metadata");
        viewers.jar(temporary.resolve("home/.m2/repository/org/asyncplot/asyncplot-viewer/" + VERSION + "/asyncplot-viewer-" + VERSION + "-app.jar"));
        assertFound();
    }

    @Test
    void shouldAdviseInOneLineWhenThereIsNoViewer() throws Exception {
        Ended ended = run("once", "1");
        assertThat(ended.err()).hasLineCount(1).startsWith("asyncplot: no viewer was found; ")
            .contains(temporary.resolve("data/asyncplot").toString(), "-Dasyncplot.viewer.jar", "ASYNCPLOT_JAR");
        assertRecorded();
    }

    @Test
    void shouldNameAJarThatIsNotThere() throws Exception {
        environment.put("ASYNCPLOT_JAR", "/nowhere/asyncplot.jar");
        assertThat(run("once", "1").err()).isEqualTo("asyncplot: no viewer is opened: /nowhere/asyncplot.jar, which ASYNCPLOT_JAR names, "
            + "does not exist\n");
        assertRecorded();
    }

    private void assertRecorded() {
        try (Run run = Run.open(newest())) {
            assertThat(run.signal("a").count()).isEqualTo(1);
        }
    }

    @Test
    void shouldBringBackTheLastLineOfAViewerThatDiesAtOnce() throws Exception {
        environment.put("ASYNCPLOT_JAR", viewers.jar(temporary.resolve("named.jar")).toString());
        environment.put("ASYNCPLOT_VIEWER_JVM_OPTIONS", "-Xmx64m -XX:+NoSuchOption");
        Process process = start(List.of(), "once", "1", temporary.resolve("go").toString());
        awaitText(temporary.resolve("err"), "Unrecognized VM option");
        Files.createFile(temporary.resolve("go"));
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(temporary.resolve("err"))).hasLineCount(1).startsWith("asyncplot: the viewer ended at once: ")
            .contains("NoSuchOption", temporary.resolve("state/asyncplot/" + newest().getFileName() + ".log").toString());
        assertRecorded();
        assertThat(viewers.started()).isEmpty();
    }

    private static void awaitText(Path file, String text) throws IOException {
        long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!Files.readString(file).contains(text)) {
            assertThat(System.nanoTime()).as(text + " in " + Files.readString(file)).isLessThan(deadlineNs);
            Thread.onSpinWait();
        }
    }

    @Test
    void shouldSayHowToWatchWhereThereIsNoDisplay() throws Exception {
        environment.put("ASYNCPLOT_JAR", viewers.jar(temporary.resolve("named.jar")).toString());
        environment.put("DISPLAY", "");
        assertThat(run("once", "1").err()).hasLineCount(1).startsWith("asyncplot: there is no display ")
            .contains("asyncplot view " + newest(), "asyncplot snapshot " + newest() + " -o picture.png");
        assertThat(viewers.started()).isEmpty();
    }

    @Test
    void shouldStartTheCommandThatIsGiven() throws Exception {
        Path script = temporary.resolve("my viewer");
        Path told = temporary.resolve("told");
        Files.writeString(script, "#!/bin/sh\necho \"$@\" > '" + told + ".partial'; mv '" + told + ".partial' '" + told + "'\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        environment.put("ASYNCPLOT_VIEWER_COMMAND", "'" + script + "' --fast");
        environment.put("DISPLAY", "");
        Process process = start(List.of(), "once", "1", told.toString());
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(temporary.resolve("err"))).isEmpty();
        assertThat(Files.readString(told)).isEqualTo("--fast view " + newest() + "\n");
    }

    @Test
    void shouldSayThatTheCommandCannotBeStarted() throws Exception {
        environment.put("ASYNCPLOT_VIEWER_COMMAND", "/nowhere/viewer");
        environment.put("PATH", "/nowhere");
        Process process = start(List.of(), "once", "1", temporary.resolve("go").toString());
        awaitText(temporary.resolve("err"), "the viewer ended at once: ");
        Files.createFile(temporary.resolve("go"));
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(temporary.resolve("err"))).hasLineCount(1).contains("/nowhere/viewer");
        assertRecorded();
    }

    @Test
    void shouldOpenOneViewerForARunHoweverOftenItIsShown() throws Exception {
        environment.put("ASYNCPLOT_JAR", viewers.jar(temporary.resolve("named.jar")).toString());
        options.add("-Dasyncplot.log=debug");
        Process process = start(List.of(), "twice", "1", temporary.resolve("go").toString());
        awaitText(temporary.resolve("err"), "viewer started");
        awaitText(temporary.resolve("err"), "shown already");
        assertThat(viewers.awaitStarted(1)).hasSize(1);
        Files.createFile(temporary.resolve("go"));
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(viewers.started()).hasSize(1);
    }

    @Test
    void shouldReuseAViewerThatWatchesTheRunAlready() throws Exception {
        try (Plot plot = Plot.open(new PlotContext().name("watched").runsDirectory(temporary.resolve("runs")).viewerJar(Path.of("/nowhere"))
            .errorHandler(errors::add)); Presence viewer = Presence.announce(plot.directory().orElseThrow())) {
            assertThat(viewer).isNotNull();
            plot.show();
            for (Thread thread : Thread.getAllStackTraces().keySet()) {
                if (thread.getName().startsWith("asyncplot-show")) {
                    thread.join();
                }
            }
        }
        assertThat(errors).isEmpty();
    }

    @Test
    void shouldShowNothingAfterClose() throws Exception {
        environment.put("ASYNCPLOT_JAR", "/nowhere");
        assertThat(run("closed", "1").err()).isEmpty();
    }

    @Test
    void shouldShowNothingWhereItIsTurnedOff() throws Exception {
        environment.put("ASYNCPLOT_JAR", "/nowhere");
        environment.put("ASYNCPLOT_VIEWER", "nowhere");
        assertThat(run("once", "1").err()).isEmpty();
    }

    @Test
    void shouldShowTenPlots() throws Exception {
        environment.put("ASYNCPLOT_JAR", viewers.jar(temporary.resolve("named.jar")).toString());
        assertThat(run("once", "10").err()).isEmpty();
        List<Path> started = viewers.awaitStarted(10);
        assertThat(started).hasSize(10).allMatch(viewer -> FakeViewer.process(viewer).isAlive());
        assertThat(started).extracting(viewer -> Files.readAllLines(viewer).get(1)).doesNotHaveDuplicates();
    }

    @Test
    void shouldTellTheViewerWhichClassDrawsAndNoteItInTheRun() throws Exception {
        environment.put("ASYNCPLOT_JAR", viewers.jar(temporary.resolve("named.jar")).toString());
        Process process = start(List.of(), "plotter", "1", temporary.resolve("go").toString());
        List<String> told = Files.readAllLines(viewers.awaitStarted(1).get(0));
        Files.createFile(temporary.resolve("go"));
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(told.subList(0, 5)).containsExactly("view", newest().toString(), "--plotter", ShownPlotterTest.Named.class.getName(),
            "--class-path");
        assertThat(told.subList(6, 8)).containsExactly("--option", "unit=2");
        try (Run run = Run.open(newest())) {
            assertThat(run.notes()).extracting(note -> note.text()).containsExactly("shown by " + ShownPlotterTest.Named.class.getName() + " with unit=2");
        }
    }

    @Test
    void shouldSayWhyAClassCannotDraw() throws Exception {
        assertThat(run("unusable", "1").err()).hasLineCount(1).contains("Needing cannot be shown: it has no constructor without arguments");
        assertRecorded();
    }

    @Test
    void shouldKeepTheViewerOutOfReachOfCtrlC() throws Exception {
        assertOutOfReach();
    }

    @Test
    void shouldKeepTheViewerOutOfReachOfCtrlCWithoutSetsid() throws Exception {
        environment.put("PATH", "/nowhere");
        assertOutOfReach();
    }

    /** A terminal sends SIGINT to the whole group of processes that it began with the program. */
    private void assertOutOfReach() throws Exception {
        environment.put("ASYNCPLOT_JAR", viewers.jar(temporary.resolve("named.jar")).toString());
        Process process = start(List.of("/usr/bin/setsid", "/usr/bin/env", "--default-signal=INT"), "once", "1", temporary.resolve("never").toString());
        ProcessHandle viewer = FakeViewer.process(viewers.awaitStarted(1).get(0));

        assertThat(new ProcessBuilder("kill", "-INT", "--", "-" + process.pid()).start().waitFor()).isZero();

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(130);
        assertThat(viewer.isAlive()).isTrue();
        assertThat(Files.readString(temporary.resolve("err"))).isEmpty();
    }
}
