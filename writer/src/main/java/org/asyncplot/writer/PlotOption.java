// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.asyncplot.core.run.Runs;

/**
 * The options of a {@link PlotContext}, each with its default and, where a text can say it, with a system property and an environment
 * variable. What the code sets comes first, then the property, then the variable.
 */
public enum PlotOption {
    /** {@link PlotContext#name}. */
    NAME("name", null, "run", "name of the run"),
    /** {@link PlotContext#runsDirectory}. */
    RUNS("runsDirectory", Runs.PROPERTY, "~/.local/share/asyncplot/runs", "where runs are made; `$XDG_DATA_HOME` counts"),
    /** {@link PlotContext#parameter}. */
    PARAMETER("parameter", null, "none", "a parameter of the run, for those who look for it later"),
    /** {@link PlotContext#overflowPolicy}. */
    OVERFLOW("overflowPolicy", PlotContext.OVERFLOW_PROPERTY, "help",
        "what a computing thread does when no block is ready: `help` itself to one, or `drop` and count"),
    /** {@link PlotContext#blockBytes}. */
    BLOCK_BYTES("blockBytes", PlotContext.BLOCK_BYTES_PROPERTY, String.valueOf(64L << 20),
        "bytes of a file mapped at once, a power of two from 1 MiB to 1 GiB; a frame has at most a quarter of it"),
    /** {@link PlotContext#rollBytes}. */
    ROLL_BYTES("rollBytes", PlotContext.ROLL_BYTES_PROPERTY, String.valueOf(1L << 30),
        "bytes of a file before the run goes on in another, 1 MiB or more; a quarter of what is kept if that is less"),
    /** {@link PlotContext#keep(long)}, {@link PlotContext#keep(java.time.Duration)}. */
    KEEP("keep", PlotContext.KEEP_PROPERTY, "all",
        "how much is kept, by size (`20 GiB`), age (`7 d`) or both (`20 GiB, 7 d`): older files are deleted, but for the newest of a channel"),
    /** {@link PlotContext#errorHandler}. */
    ERROR_HANDLER("errorHandler", null, "a line on standard error", "takes what goes wrong"),
    /** {@link PlotContext#agentInvoked}. */
    AGENT_INVOKED("agentInvoked", null, "false", "whether the caller drives the agent by `Plot.invokeAgent()`, instead of a thread of its own"),
    /** {@link PlotContext#viewer}. */
    VIEWER("viewer", PlotContext.VIEWER_PROPERTY, "process",
        "where `show()` opens its window: in a `process` of its own, `in-process`, or `nowhere`"),
    /** {@link PlotContext#viewerJar}. */
    VIEWER_JAR("viewerJar", PlotContext.VIEWER_JAR_PROPERTY, "looked for",
        "asyncplot.jar, for programs without it on their class path; else looked for in `${XDG_DATA_HOME:-~/.local/share}/asyncplot`, then in "
        + "the local Maven repository"),
    /** {@link PlotContext#viewerJvmOptions}. */
    VIEWER_JVM_OPTIONS("viewerJvmOptions", PlotContext.VIEWER_JVM_OPTIONS_PROPERTY, "-XX:+UseSerialGC -Xshare:auto -Xmx512m "
        + "-XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000 -XX:Tier4CompileThreshold=150000 "
        + "-XX:Tier4BackEdgeThreshold=400000", "options of that window's JVM, instead of these"),
    /** {@link PlotContext#viewerCommand}. */
    VIEWER_COMMAND("viewerCommand", PlotContext.VIEWER_COMMAND_PROPERTY, "java with asyncplot.jar",
        "the whole command instead; `view RUN` follows it; words with blanks in quotes"),
    /** No method: what the agent does, told to the {@link System.Logger} named org.asyncplot, or to standard error. */
    LOG("", RecordingLog.PROPERTY, "none", "`debug` tells what opening and agent do, on standard error unless logging is set up for it");

    private static final String DEFAULT = "default";

    private final String method;
    private final String property;
    private final String defaultText;
    private final String meaning;

    /**
     * What is in force.
     *
     * @param value the value
     * @param place where it comes from: the property, the variable, or "default"
     */
    public record Setting(String value, String place) {
    }

    PlotOption(String method, String property, String defaultText, String meaning) {
        this.method = method;
        this.property = property;
        this.defaultText = defaultText;
        this.meaning = meaning;
    }

    /**
     * The method of {@link PlotContext} that sets it.
     *
     * @return its name, empty if there is none
     */
    public String method() {
        return method;
    }

    /**
     * The system property.
     *
     * @return absent if no text can say it
     */
    public Optional<String> property() {
        return Optional.ofNullable(property);
    }

    /**
     * The environment variable.
     *
     * @return absent if no text can say it
     */
    public Optional<String> variable() {
        // A viewer's jar is asked for by many programs: its variable has the shortest name that says it.
        return this == VIEWER_JAR ? Optional.of("ASYNCPLOT_JAR") : property().map(name -> name.toUpperCase(Locale.ROOT).replace('.', '_'));
    }

    /**
     * What holds where nothing is set.
     *
     * @return a value, or words for it
     */
    public String defaultText() {
        return defaultText;
    }

    /**
     * What it does.
     *
     * @return a phrase of Markdown
     */
    public String meaning() {
        return meaning;
    }

    /**
     * What is in force in this JVM, for a plot whose code sets nothing.
     *
     * @return value and place
     */
    public Setting inForce() {
        return inForce(System::getProperty, System.getenv());
    }

    /** What is in force, with an empty value where nothing is set and the default is only words. */
    Setting given() {
        Setting setting = inForce();
        return setting.place().equals(DEFAULT) ? new Setting("", DEFAULT) : setting;
    }

    Setting inForce(UnaryOperator<String> properties, Map<String, String> environment) {
        return property().flatMap(name -> found(properties.apply(name), "-D" + name))
            .or(() -> variable().flatMap(name -> found(environment.get(name), name)))
            .orElse(new Setting(defaultText, DEFAULT));
    }

    private static Optional<Setting> found(String value, String place) {
        return value == null || value.isBlank() ? Optional.empty() : Optional.of(new Setting(value.strip(), place));
    }

    /**
     * The table of all options, as the README has it.
     *
     * @return lines of Markdown
     */
    static String table() {
        StringBuilder table = new StringBuilder("| option | system property | environment variable | default | meaning |\n|---|---|---|---|---|\n");
        for (PlotOption option : values()) {
            table.append("| ").append(option.method.isEmpty() ? "" : "`" + option.method + "`").append(" | ").append(code(option.property()))
                .append(" | ").append(code(option.variable())).append(" | ").append(option.defaultText).append(" | ").append(option.meaning)
                .append(" |\n");
        }
        return table.toString();
    }

    private static String code(Optional<String> name) {
        return name.map(text -> "`" + text + "`").orElse("");
    }
}
