// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Timeout(20)
final class MainTest {
    @TempDir
    private Path directory;

    private CommandTester tester;
    private Probe probe;

    @BeforeEach
    void addProbe() {
        probe = new Probe();
        tester = new CommandTester(directory.resolve("asyncplot.properties")).with(probe);
    }

    @Test
    void shouldPrintHelpWhenBare() {
        assertThat(tester.run("--runs", "/nowhere")).isEqualTo(ExitCode.DONE);

        assertThat(tester.out()).startsWith("Usage: asyncplot").contains("--runs=DIR", "--log=LEVEL", "--help", "--version");
        assertThat(tester.err()).isEmpty();
    }

    @Test
    void shouldHaveCommonOptionsOnEveryCommand() {
        assertThat(tester.run("probe", "--help")).isEqualTo(ExitCode.DONE);
        assertThat(tester.run("probe", "--version")).isEqualTo(ExitCode.DONE);

        assertThat(tester.out()).contains("Usage: asyncplot probe", "--runs=DIR", "--log=LEVEL", "asyncplot from classes (Java ");
    }

    @Test
    void shouldReturnExitCodeOfCommand() {
        probe.outcome = () -> 3;

        assertThat(tester.run("probe")).isEqualTo(ExitCode.NOTHING);
    }

    @Test
    void shouldPrintOneLineWhenCommandFails() {
        probe.outcome = () -> {
            throw new CommandException(ExitCode.NOTHING, "no run named pendulum in /runs; asyncplot list shows what there is");
        };

        assertThat(tester.run("probe")).isEqualTo(ExitCode.NOTHING);
        assertThat(tester.err()).isEqualTo("asyncplot: no run named pendulum in /runs; asyncplot list shows what there is\n");
        assertThat(tester.out()).isEmpty();
    }

    @Test
    void shouldNameFileAndReasonWhenFileIsMissing() {
        probe.outcome = () -> {
            throw new NoSuchFileException("figure.yaml");
        };

        assertThat(tester.run("probe")).isEqualTo(ExitCode.FAILED);
        assertThat(tester.err()).isEqualTo("asyncplot: figure.yaml: no such file or directory\n");
    }

    @Test
    void shouldPrintOneLineWhenMappedMemoryGoes() {
        probe.outcome = () -> {
            throw new InternalError("a fault occurred in an unsafe memory access operation");
        };

        assertThat(tester.run("probe")).isEqualTo(ExitCode.FAILED);
        assertThat(tester.err()).hasLineCount(1).startsWith("asyncplot: internal error: ");
    }

    @Test
    void shouldShowStackOnlyWhenDebugging() {
        probe.outcome = () -> {
            throw new IllegalStateException("first\nsecond");
        };

        tester.run("probe");
        assertThat(tester.err()).isEqualTo("asyncplot: first; second\n");

        tester.run("probe", "--log", "debug");
        assertThat(tester.err()).contains("\tat " + MainTest.class.getName());
    }

    @Test
    void shouldShowStackOfErrorsWhenDebugging() {
        probe.outcome = () -> {
            throw new StackOverflowError();
        };

        tester.run("--log=debug", "probe");

        assertThat(tester.err()).contains("\tat " + MainTest.class.getName());
    }

    @Test
    void shouldSuggestOptionWhenMisspelt() {
        assertThat(tester.run("probe", "--rusn", "x")).isEqualTo(ExitCode.USAGE);

        assertThat(tester.err()).isEqualTo("asyncplot: unknown option '--rusn', did you mean --runs? (see asyncplot probe --help)\n");
    }

    @Test
    void shouldSuggestCommandWhenMisspelt() {
        assertThat(tester.run("prob")).isEqualTo(ExitCode.USAGE);

        assertThat(tester.err()).isEqualTo("asyncplot: unknown command 'prob', did you mean probe? (see asyncplot --help)\n");
    }

    @Test
    void shouldRefuseStrayArgument() {
        assertThat(tester.run("probe", "stray")).isEqualTo(ExitCode.USAGE);

        assertThat(tester.err()).isEqualTo("asyncplot: unexpected argument 'stray' (see asyncplot probe --help)\n");
    }

    @Test
    void shouldRefuseWrongValue() {
        assertThat(tester.run("probe", "--log", "loud")).isEqualTo(ExitCode.USAGE);

        assertThat(tester.err()).hasLineCount(1).startsWith("asyncplot: invalid value for option '--log'").doesNotContain("set in");
    }

    @Test
    void shouldNamePlaceOfWrongValueWhenNotOnCommandLine() {
        tester.environment.put("ASYNCPLOT_LOG", "loud");

        assertThat(tester.run("probe")).isEqualTo(ExitCode.USAGE);
        assertThat(tester.err()).hasLineCount(1).contains(", set in ASYNCPLOT_LOG (see asyncplot probe --help)");
    }

    @Test
    void shouldTakeCommonOptionsBeforeTheCommand() {
        tester.environment.put("ASYNCPLOT_RUNS", "/from/environment");

        tester.run("--runs", "/before", "probe");
        assertThat(probe.common.runs()).contains(Path.of("/before"));

        tester.run("--runs", "/before", "probe", "--runs", "/after");
        assertThat(probe.common.runs()).contains(Path.of("/after"));

        tester.run("probe");
        assertThat(probe.common.runs()).contains(Path.of("/from/environment"));
    }

    @Test
    void shouldSayWhenConfigurationIsUnreadable() throws IOException {
        Files.writeString(directory.resolve("asyncplot.properties"), "runs = \\u00zz\n");

        assertThat(tester.run("probe")).isEqualTo(ExitCode.FAILED);
        assertThat(tester.err()).hasLineCount(1).startsWith("asyncplot: cannot read " + directory.resolve("asyncplot.properties") + ": ");
    }

    @Test
    void shouldCountRequiredOptionAsGivenWhenSetElsewhere() {
        Needing needing = new Needing();
        tester.with(needing);

        assertThat(tester.run("needing")).isEqualTo(ExitCode.USAGE);
        assertThat(tester.err()).isEqualTo("asyncplot: missing required option: '--output=FILE' (see asyncplot needing --help)\n");

        tester.environment.put("ASYNCPLOT_OUTPUT", "picture.png");
        assertThat(tester.run("needing")).isEqualTo(ExitCode.DONE);
        assertThat(needing.output).hasToString("picture.png");
    }

    @Command(name = "probe")
    private static final class Probe implements Callable<Integer> {
        @Mixin
        private CommonOptions common;

        private Callable<Integer> outcome = () -> ExitCode.DONE;

        @Override
        public Integer call() throws Exception {
            return outcome.call();
        }
    }

    @Command(name = "needing")
    private static final class Needing implements Callable<Integer> {
        @Mixin
        private CommonOptions common;

        @Option(names = {"-o", "--output"}, paramLabel = "FILE", required = true)
        private Path output;

        @Override
        public Integer call() {
            return ExitCode.DONE;
        }
    }
}
