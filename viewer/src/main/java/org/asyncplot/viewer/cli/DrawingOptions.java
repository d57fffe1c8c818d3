// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import org.asyncplot.core.figure.FigureSpec;
import picocli.CommandLine.Option;

/** What is drawn and how large, for every command that draws. */
final class DrawingOptions {
    @Option(names = "--size", paramLabel = "WxH", defaultValue = "1200x800", converter = PictureSize.Converter.class,
            description = "Size in logical pixels (${DEFAULT-VALUE}).")
    private PictureSize size;

    @Option(names = "--channels", paramLabel = "GLOB", converter = ChannelGlob.Converter.class,
            description = "Only these channels: * any text, ? one character, a comma between alternatives.")
    private ChannelGlob channels;

    @Option(names = "--figure", paramLabel = "FILE.yaml", description = "Draw this figure instead of all channels.")
    private Path figure;

    PictureSize size() {
        return size;
    }

    Optional<ChannelGlob> channels() {
        return Optional.ofNullable(channels);
    }

    /**
     * Which channels to take.
     *
     * @return all, unless some were named
     */
    Predicate<String> wanted() {
        return channels == null ? name -> true : channels;
    }

    /**
     * The file of the figure that was asked for.
     *
     * @return absent if none was
     */
    Optional<Path> figureFile() {
        return Optional.ofNullable(figure);
    }

    /**
     * The figure that was asked for.
     *
     * @return absent if none was
     * @throws CommandException if its file cannot be read
     */
    Optional<FigureSpec> figure() {
        return Optional.ofNullable(figure).map(FigureChoice::read);
    }
}
