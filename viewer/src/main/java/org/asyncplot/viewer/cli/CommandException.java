// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

/** Ends a command with an exit code and one line on standard error that says what, where and what to do. */
final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    /**
     * Ends the command.
     *
     * @param exitCode one of {@link ExitCode}
     * @param message  one line, without the name of the program and without a full stop
     */
    CommandException(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /**
     * Ends the command because of another failure, whose stack shows under {@code --log debug}.
     *
     * @param exitCode one of {@link ExitCode}
     * @param message  one line, without the name of the program and without a full stop
     * @param cause    what went wrong underneath
     */
    CommandException(int exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
