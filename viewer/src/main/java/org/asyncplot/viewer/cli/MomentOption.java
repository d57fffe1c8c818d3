// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.util.Optional;
import org.asyncplot.core.figure.XPosition;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A moment of a run, for every command that shows the past. */
final class MomentOption {
    static final String AT = "--at";
    static final String NO_CLOCK = "has no clock, so what was there at a moment is not known (it is empty, or older than clocks)";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(names = AT, paramLabel = "X", description = {"A moment of the run: seconds since its start, an ISO-8601 time (UTC), or -30s from",
        "its end. Before the start is the start, past the end the end."})
    private String at;

    /**
     * The moment that was asked for.
     *
     * @return absent if none was
     * @throws ParameterException if it cannot be read
     */
    Optional<XPosition> position() {
        try {
            return Optional.ofNullable(at).map(XPosition::parse);
        } catch (IllegalArgumentException unreadable) {
            throw new ParameterException(command.commandLine(), AT + ": " + unreadable.getMessage());
        }
    }
}
