// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Starts a command and ends the JVM with its exit code. Loads nothing that the command does not need. */
public final class Main {
    private Main() {
    }

    /**
     * Runs one command.
     *
     * @param arguments the command and its options
     */
    public static void main(String[] arguments) {
        if (System.getProperty("java.awt.headless") == null) {
            // Nothing here opens an AWT window, and a display that cannot be reached is no reason to fail.
            System.setProperty("java.awt.headless", "true");
        }
        List<Thread> loading = HeadStart.forCommand(arguments);
        StandardOutput standardOutput = new StandardOutput(new FileOutputStream(FileDescriptor.out));
        PrintStream out = utf8(standardOutput);
        PrintStream err = utf8(new StandardOutput(new FileOutputStream(FileDescriptor.err)));
        System.setOut(out);
        System.setErr(err);
        OptionDefaults defaults = new OptionDefaults(System::getProperty, System.getenv(),
                OptionDefaults.file(System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv()));
        int exitCode = run(commandLine(new CommandLine(new AsyncplotCommand()), defaults), arguments,
                new PrintWriter(out, true, StandardCharsets.UTF_8), new PrintWriter(err, true, StandardCharsets.UTF_8));
        out.flush();
        if (standardOutput.failure() != null) {
            err.println("asyncplot: cannot write to standard output: " + Failure.reason(standardOutput.failure()));
            exitCode = exitCode == ExitCode.DONE ? ExitCode.FAILED : exitCode;
        }
        HeadStart.await(loading);
        System.exit(exitCode);
    }

    /**
     * Runs one command without ending the JVM.
     *
     * @param commandLine the command tree
     * @param arguments   the command and its options
     * @param out         standard output
     * @param err         standard error
     * @return the exit code
     */
    static int run(CommandLine commandLine, String[] arguments, PrintWriter out, PrintWriter err) {
        commandLine.setOut(out).setErr(err);
        try {
            return commandLine.execute(arguments);
        } catch (Throwable fault) {
            return Messages.tell(commandLine, fault, logLevel(commandLine.getParseResult()).includes(LogLevel.DEBUG));
        } finally {
            out.flush();
            err.flush();
        }
    }

    /**
     * Gives a command tree our manners.
     *
     * @param commandLine the root
     * @param defaults    values of options that are not on the command line
     * @return the same
     */
    static CommandLine commandLine(CommandLine commandLine, OptionDefaults defaults) {
        Messages messages = new Messages(defaults);
        commandLine.setParameterExceptionHandler(messages);
        commandLine.setExecutionExceptionHandler(messages);
        commandLine.setExecutionStrategy(parsed -> {
            logLevel(parsed).apply();
            return new CommandLine.RunLast().execute(parsed);
        });
        commandLine.setDefaultValueProvider(defaults);
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setUsageHelpWidth(100);
        commandLine.setAbbreviatedOptionsAllowed(false);
        version(commandLine);
        return commandLine;
    }

    private static LogLevel logLevel(ParseResult parsed) {
        if (parsed == null) {
            return LogLevel.WARN;
        }
        return parsed.hasSubcommand() ? logLevel(parsed.subcommand()) : CommonOptions.of(parsed.commandSpec()).log();
    }

    private static void version(CommandLine commandLine) {
        commandLine.getCommandSpec().versionProvider(() -> new String[] {Version.line()});
        commandLine.getSubcommands().values().forEach(Main::version);
    }

    private static PrintStream utf8(StandardOutput stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }
}
