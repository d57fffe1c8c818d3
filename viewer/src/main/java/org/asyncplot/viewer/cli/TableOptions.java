// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.asyncplot.viewer.ingest.Dialect;
import org.asyncplot.viewer.ingest.HeaderRule;
import org.asyncplot.viewer.ingest.IngestOptions;
import org.asyncplot.viewer.ingest.TimeFormat;
import org.asyncplot.writer.PlotContext;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What can be said about a table that is recorded; the same for a pipe and a file. */
final class TableOptions {
    @Option(names = "--name", paramLabel = "N", description = "The name of the new run.")
    private String name;

    @Option(names = "--x", paramLabel = "COLUMN", description = "The column that is x, by its name or its number from 1 on. "
        + "Without it the first column is x if it holds numbers or ISO 8601 times, else the number of the row, from 1 on.")
    private String x;

    @Option(names = "--time-format", paramLabel = "F", converter = TimeFormatConverter.class, description = "x is a time, written as F: "
        + "iso, or s, ms, us, ns since 1970, or a pattern such as 'dd.MM.yyyy HH:mm'; without a zone UTC.")
    private TimeFormat timeFormat;

    @Option(names = "--header", paramLabel = "yes|no", converter = HeaderConverter.class, description = "Whether the first row names the "
        + "columns. Without it: unless all its fields are numbers, times or empty. Columns without a name are c1, c2, ...")
    private HeaderRule header = HeaderRule.AUTO;

    @Option(names = "--delimiter", paramLabel = "C", converter = DelimiterConverter.class, description = "What separates fields: "
        + "one character, or comma, tab, semicolon, blanks. Without it one of these four is recognised.")
    private Dialect delimiter;

    @Option(names = "--param", paramLabel = "KEY=VALUE", description = "A parameter of the run; may be repeated.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Option(names = "--strict", description = "End with an error at the first row that does not fit; what came before is kept.")
    private boolean strict;

    @Option(names = "--sparse", description = "An empty field is no sample of its signal, rather than a gap in it.")
    private boolean sparse;

    @Option(names = "--view", description = "Open a viewer of the run.")
    private boolean view;

    IngestOptions ingestOptions() {
        return new IngestOptions(header, Optional.ofNullable(delimiter), Optional.ofNullable(x), Optional.ofNullable(timeFormat), strict,
            sparse);
    }

    /**
     * How to open the run.
     *
     * @param otherwise its name if none was given
     * @return a context without a runs directory
     */
    PlotContext context(String otherwise) {
        PlotContext context = new PlotContext().name(name == null ? otherwise : name);
        parameters.forEach(context::parameter);
        return context;
    }

    boolean view() {
        return view;
    }

    /** Reads yes and no. */
    static final class HeaderConverter implements ITypeConverter<HeaderRule> {
        @Override
        public HeaderRule convert(String text) {
            return switch (text) {
                case "yes" -> HeaderRule.YES;
                case "no" -> HeaderRule.NO;
                default -> throw new TypeConversionException("'" + text + "' is neither yes nor no");
            };
        }
    }

    /** Reads a time format. */
    static final class TimeFormatConverter implements ITypeConverter<TimeFormat> {
        @Override
        public TimeFormat convert(String text) {
            try {
                return TimeFormat.of(text);
            } catch (IllegalArgumentException unknown) {
                throw new TypeConversionException(unknown.getMessage());
            }
        }
    }

    /** Reads a delimiter. */
    static final class DelimiterConverter implements ITypeConverter<Dialect> {
        @Override
        public Dialect convert(String text) {
            try {
                return Dialect.of(text);
            } catch (IllegalArgumentException unknown) {
                throw new TypeConversionException(unknown.getMessage());
            }
        }
    }
}
