// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.util.Locale;
import org.asyncplot.writer.PlotOption;

/** How much a command tells on standard error beside its own messages. */
enum LogLevel {
    /** Only what made the command fail. */
    ERROR("off"),
    /** What is wrong but does not stop it; the default. */
    WARN("off"),
    /** Its progress as well, and the warnings of the libraries. */
    INFO("warn"),
    /** Stack traces, and everything that the libraries and plots say. */
    DEBUG("debug");

    private final String libraries;

    LogLevel(String libraries) {
        this.libraries = libraries;
    }

    /** Tells the logging of the libraries, which reads this once, when the first of them starts, and of plots, which read it when they open. */
    void apply() {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", libraries);
        boolean plotsTell = PlotOption.LOG.inForce().value().equalsIgnoreCase(DEBUG.name());
        if (plotsTell != (this == DEBUG)) {
            System.setProperty(PlotOption.LOG.property().orElseThrow(), name().toLowerCase(Locale.ROOT));
        }
    }

    boolean includes(LogLevel other) {
        return compareTo(other) >= 0;
    }
}
