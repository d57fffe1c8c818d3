// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what goes wrong in a command into one line on standard error and an exit code. */
final class Messages implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private final OptionDefaults defaults;

    /**
     * Creates the handler of a command tree.
     *
     * @param defaults tells where a wrong value came from if not from the command line
     */
    Messages(OptionDefaults defaults) {
        this.defaults = defaults;
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        if (wrong.getCause() instanceof CommandException ended) {
            return tell(command, ended, false);
        }
        command.getErr().println("asyncplot: " + usageLine(wrong) + " (see " + command.getCommandSpec().qualifiedName() + " --help)");
        command.getErr().flush();
        return ExitCode.USAGE;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        return tell(command, failure, CommonOptions.of(command.getCommandSpec()).log().includes(LogLevel.DEBUG));
    }

    /**
     * Prints the line of a failure.
     *
     * @param command   whose standard error is written to
     * @param failure   what went wrong
     * @param withStack whether the stack trace follows
     * @return the exit code
     */
    static int tell(CommandLine command, Throwable failure, boolean withStack) {
        command.getErr().println("asyncplot: " + Failure.line(failure));
        if (withStack) {
            failure.printStackTrace(command.getErr());
        }
        command.getErr().flush();
        return Failure.exitCode(failure);
    }

    private String usageLine(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
            return unmatchedLine(unmatched);
        }
        String message = Failure.reason(wrong);
        return Character.toLowerCase(message.charAt(0)) + message.substring(1) + place(wrong);
    }

    private static String unmatchedLine(UnmatchedArgumentException unmatched) {
        boolean root = unmatched.getCommandLine().getParent() == null;
        String kind = unmatched.isUnknownOption() ? "unknown option" : root ? "unknown command" : "unexpected argument";
        List<String> suggestions = unmatched.getSuggestions();
        return kind + " '" + unmatched.getUnmatched().get(0) + "'"
                + (suggestions.isEmpty() ? "" : ", did you mean " + String.join(" or ", suggestions) + "?");
    }

    /** A wrong value that is not on the command line is hard to find without being told where it stands. */
    private String place(ParameterException wrong) {
        ArgSpec argument = wrong.getArgSpec();
        ParseResult parsed = wrong.getCommandLine().getParseResult();
        if (!(argument instanceof OptionSpec option) || wrong.getValue() == null || parsed != null && parsed.hasMatchedOption(option)) {
            return "";
        }
        return defaults.setting(option)
                .filter(setting -> setting.value().equals(wrong.getValue()))
                .map(setting -> ", set in " + setting.place())
                .orElse("");
    }
}
