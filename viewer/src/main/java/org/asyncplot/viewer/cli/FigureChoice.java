// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.asyncplot.core.figure.FigureSpec;
import org.asyncplot.core.figure.FigureYaml;
import org.asyncplot.core.figure.PanelSpec;
import org.asyncplot.core.figure.XSpec;

/** Figures that were named, and stretches of x that take the place of theirs. */
final class FigureChoice {
    private FigureChoice() {
    }

    /**
     * Reads a figure file.
     *
     * @param file the file
     * @return the figure
     * @throws CommandException if it cannot be read
     */
    static FigureSpec read(Path file) {
        try {
            return FigureYaml.read(Files.readString(file), file.toString());
        } catch (NoSuchFileException missing) {
            throw new CommandException(ExitCode.FAILED, "there is no figure file " + file, missing);
        } catch (CharacterCodingException notText) {
            throw new CommandException(ExitCode.FAILED, "the figure file " + file + " is not UTF-8 text", notText);
        } catch (IOException unreadable) {
            throw new CommandException(ExitCode.FAILED, "the figure file " + file + " cannot be read: " + Failure.reason(unreadable), unreadable);
        }
    }

    /**
     * The figure with another stretch of x for all its panels.
     *
     * @param figure the figure
     * @param from   lower end, absent for the first sample
     * @param to     upper end, absent for the last sample
     * @return the figure itself if neither is given
     */
    static FigureSpec between(FigureSpec figure, Optional<String> from, Optional<String> to) {
        if (from.isEmpty() && to.isEmpty()) {
            return figure;
        }
        Optional<XSpec> x = Optional.of(new XSpec(Optional.empty(), from, to));
        return new FigureSpec(figure.title(), figure.signals(), x, figure.panels().stream().map(panel -> new PanelSpec(panel.title(), panel.kind(),
                panel.at(), Optional.empty(), panel.xScale(), panel.y(), panel.right(), panel.color(), panel.colormap(), panel.series(),
                panel.limits())).toList());
    }
}
