// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.agrona.ErrorHandler;
import org.asyncplot.core.run.Runs;

/**
 * How a plot is opened. Where a text can say an option there is a system property for it, and an environment variable of the same name in
 * capitals with underscores ({@code asyncplot.block.bytes}, {@code ASYNCPLOT_BLOCK_BYTES}): {@link PlotOption} lists them all. What the
 * code sets comes first, then the property, then the variable.
 * Belongs to the thread that builds it; {@code Plot.open} copies what it needs.
 */
public final class PlotContext {
    /** {@link #overflowPolicy}: help or drop. */
    public static final String OVERFLOW_PROPERTY = "asyncplot.overflow";
    /** {@link #blockBytes}: bytes mapped at once. */
    public static final String BLOCK_BYTES_PROPERTY = "asyncplot.block.bytes";
    /** {@link #viewer}: process, in-process or nowhere. */
    public static final String VIEWER_PROPERTY = "asyncplot.viewer";
    /** {@link #viewerJar}: a file. */
    public static final String VIEWER_JAR_PROPERTY = "asyncplot.viewer.jar";
    /** {@link #viewerJvmOptions}: words. */
    public static final String VIEWER_JVM_OPTIONS_PROPERTY = "asyncplot.viewer.jvm.options";
    /** {@link #viewerCommand}: words. */
    public static final String VIEWER_COMMAND_PROPERTY = "asyncplot.viewer.command";

    /** {@link #rollBytes}: bytes of one file. */
    public static final String ROLL_BYTES_PROPERTY = "asyncplot.roll.bytes";
    /** {@link #keep(long)}, {@link #keep(Duration)}: how much is kept. */
    public static final String KEEP_PROPERTY = "asyncplot.keep";

    private static final long DEFAULT_ROLL_BYTES = 1L << 30;
    private static final long MIN_ROLL_BYTES = 1L << 20;
    /** Where only the bytes to keep are said, so many files have them. */
    private static final int FILES_KEPT = 4;
    private static final Duration MIN_KEEP = Duration.ofSeconds(1);
    private static final Duration MAX_KEEP = Duration.ofDays(36_500);
    private static final long MIN_BLOCK_BYTES = 1L << 20;
    private static final long MAX_BLOCK_BYTES = 1L << 30;

    private String name = "run";
    private Path runsDirectory;
    private OverflowPolicy overflowPolicy;
    private long blockBytes;
    private long rollBytes;
    private Keep keep;
    private ErrorHandler errorHandler;
    private boolean agentInvoked;
    private boolean fromShell;
    private ViewerPlace viewer;
    private PlotOption.Setting viewerJar;
    private List<String> viewerJvmOptions;
    private List<String> viewerCommand;
    private final Map<String, String> parameters = new LinkedHashMap<>();

    /** A context with everything at its default. */
    public PlotContext() {
        // Nothing to set: conclude() fills in what the caller leaves open.
    }

    /**
     * Names the run.
     *
     * @param newName shown to people; default "run"
     * @return this
     */
    public PlotContext name(String newName) {
        this.name = newName;
        return this;
    }

    /**
     * The run's name.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * Says where runs are made.
     *
     * @param directory made if it does not exist; default as {@link Runs#standard()} says
     * @return this
     */
    public PlotContext runsDirectory(Path directory) {
        this.runsDirectory = directory;
        return this;
    }

    /**
     * Where runs are made.
     *
     * @return the directory
     */
    public Path runsDirectory() {
        return runsDirectory;
    }

    /**
     * Adds a parameter of the run, for those who look for it later.
     *
     * @param key   name of the parameter
     * @param value its value; {@code String.valueOf} is recorded
     * @return this
     */
    public PlotContext parameter(String key, Object value) {
        parameters.put(key, String.valueOf(value));
        return this;
    }

    /**
     * The run's parameters.
     *
     * @return in the order in which they were added
     */
    public Map<String, String> parameters() {
        return Collections.unmodifiableMap(parameters);
    }

    /**
     * Says what a computing thread does when no block is ready.
     *
     * @param policy default {@link OverflowPolicy#HELP}
     * @return this
     */
    public PlotContext overflowPolicy(OverflowPolicy policy) {
        this.overflowPolicy = policy;
        return this;
    }

    /**
     * What a computing thread does when no block is ready.
     *
     * @return the policy
     */
    public OverflowPolicy overflowPolicy() {
        return overflowPolicy;
    }

    /**
     * Says how much of a file is mapped at once. A frame has at most a quarter of it.
     *
     * @param bytes a power of two from 1 MiB to 1 GiB; default 64 MiB
     * @return this
     */
    public PlotContext blockBytes(long bytes) {
        this.blockBytes = bytes;
        return this;
    }

    /**
     * How much of a file is mapped at once.
     *
     * @return bytes
     */
    public long blockBytes() {
        return blockBytes;
    }

    /**
     * Says how long a file may become before the run goes on in another. Readers notice nothing of it.
     *
     * @param bytes 1 MiB or more; default 1 GiB, or a quarter of what {@link #keep(long)} says if that is less
     * @return this
     */
    public PlotContext rollBytes(long bytes) {
        this.rollBytes = bytes;
        return this;
    }

    /**
     * How long a file may become.
     *
     * @return bytes
     */
    public long rollBytes() {
        return rollBytes;
    }

    /**
     * Says how much of the disk the run may take: the oldest files are deleted, whole ones only, but never one that has the newest sample or
     * frame of a channel. Default: everything is kept.
     *
     * @param bytes two files of {@link #rollBytes} or more
     * @return this
     */
    public PlotContext keep(long bytes) {
        this.keep = new Keep(bytes, keep == null ? Duration.ZERO : keep.age());
        return this;
    }

    /**
     * Says for how long data is kept: files without anything newer are deleted, but never one that has the newest sample or frame of a
     * channel. The run goes on in another file at least four times in that time. Default: everything is kept.
     *
     * @param age 1 s or more
     * @return this
     */
    public PlotContext keep(Duration age) {
        this.keep = new Keep(keep == null ? 0 : keep.bytes(), age);
        return this;
    }

    /** How much of the disk the run may take, 0 for all. */
    long keepBytes() {
        return keep.bytes();
    }

    /** For how long data is kept, 0 for ever. */
    long keepNs() {
        return keep.age().toNanos();
    }

    /**
     * Takes what goes wrong. It is called on the thread that noticed, never by {@code add}.
     *
     * @param handler default prints one line to standard error
     * @return this
     */
    public PlotContext errorHandler(ErrorHandler handler) {
        this.errorHandler = handler;
        return this;
    }

    /**
     * What takes errors.
     *
     * @return the handler
     */
    public ErrorHandler errorHandler() {
        return errorHandler;
    }

    /**
     * Says whether the caller drives the agent by {@code Plot.invokeAgent()} instead of a thread of its own.
     *
     * @param invoked default false: a daemon thread
     * @return this
     */
    public PlotContext agentInvoked(boolean invoked) {
        this.agentInvoked = invoked;
        return this;
    }

    /**
     * Whether the caller drives the agent.
     *
     * @return true if there is no agent thread
     */
    public boolean agentInvoked() {
        return agentInvoked;
    }

    /**
     * Says where {@code Plot.show()} opens a viewer.
     *
     * @param place default {@link ViewerPlace#PROCESS}
     * @return this
     */
    public PlotContext viewer(ViewerPlace place) {
        this.viewer = place;
        return this;
    }

    /**
     * Where {@code Plot.show()} opens a viewer.
     *
     * @return the place
     */
    public ViewerPlace viewer() {
        return viewer;
    }

    /**
     * Names the viewer for programs that do not have it on their class path.
     *
     * @param jar asyncplot.jar; default: looked for
     * @return this
     */
    public PlotContext viewerJar(Path jar) {
        this.viewerJar = new PlotOption.Setting(jar.toString(), "PlotContext.viewerJar");
        return this;
    }

    /** The named viewer and who named it; the value is empty if nobody did. */
    PlotOption.Setting viewerJarSetting() {
        return viewerJar;
    }

    /**
     * Says which options the viewer's JVM is started with, instead of the default ones.
     *
     * @param options each a word of its command line
     * @return this
     */
    public PlotContext viewerJvmOptions(String... options) {
        this.viewerJvmOptions = List.of(options);
        return this;
    }

    /**
     * The options of the viewer's JVM.
     *
     * @return words of a command line
     */
    public List<String> viewerJvmOptions() {
        return viewerJvmOptions;
    }

    /**
     * Says what starts a viewer, instead of java with asyncplot.jar; {@code view RUN} follows it.
     *
     * @param words a program and its arguments; none for the default
     * @return this
     */
    public PlotContext viewerCommand(String... words) {
        this.viewerCommand = List.of(words);
        return this;
    }

    /**
     * What starts a viewer.
     *
     * @return words of a command line; none for java with asyncplot.jar
     */
    public List<String> viewerCommand() {
        return viewerCommand;
    }

    /** Whether the computing threads leave all appending to the agent. */
    boolean appendedByAgentOnly() {
        return fromShell && !agentInvoked;
    }

    /** Fills in what was left open and checks everything once; a copy, so that the caller's stays as it was. */
    PlotContext conclude() {
        PlotContext concluded = new PlotContext().name(name == null || name.isEmpty() ? "run" : name).agentInvoked(agentInvoked);
        concluded.parameters.putAll(parameters);
        concluded.fromShell = Shell.isCaller();
        concluded.runsDirectory = runsDirectory != null ? runsDirectory : Runs.standard().directory();
        concluded.errorHandler = errorHandler != null ? errorHandler : PlotContext::print;
        String policy = PlotOption.OVERFLOW.inForce().value().toUpperCase(Locale.ROOT);
        if (overflowPolicy == null && !policy.equals("HELP") && !policy.equals("DROP")) {
            throw new IllegalArgumentException(OVERFLOW_PROPERTY + " is '" + policy.toLowerCase(Locale.ROOT) + "'; it can be help or drop");
        }
        concluded.overflowPolicy = overflowPolicy != null ? overflowPolicy : OverflowPolicy.valueOf(policy);
        concluded.blockBytes = blockBytes != 0 ? blockBytes : bytes(PlotOption.BLOCK_BYTES);
        if (concluded.blockBytes < MIN_BLOCK_BYTES || concluded.blockBytes > MAX_BLOCK_BYTES || Long.bitCount(concluded.blockBytes) != 1) {
            throw new IllegalArgumentException(BLOCK_BYTES_PROPERTY + " is " + concluded.blockBytes
                + "; it has to be a power of two from " + MIN_BLOCK_BYTES + " to " + MAX_BLOCK_BYTES);
        }
        concluded.viewer = viewer != null ? viewer : ViewerPlace.of(PlotOption.VIEWER.inForce());
        concluded.viewerJar = viewerJar != null ? viewerJar : PlotOption.VIEWER_JAR.given();
        concluded.viewerJvmOptions = viewerJvmOptions != null ? viewerJvmOptions : Words.of(PlotOption.VIEWER_JVM_OPTIONS.inForce());
        concluded.viewerCommand = viewerCommand != null ? viewerCommand : Words.of(PlotOption.VIEWER_COMMAND.given());
        concludeRolling(concluded);
        return concluded;
    }

    private void concludeRolling(PlotContext concluded) {
        PlotOption.Setting kept = PlotOption.KEEP.inForce();
        concluded.keep = keep != null ? keep : Keep.parse(kept.value(), kept.place());
        String keepPlace = keep != null ? "keep" : kept.place();
        Duration age = concluded.keep.age();
        if (!age.isZero() && (age.compareTo(MIN_KEEP) < 0 || age.compareTo(MAX_KEEP) > 0)) {
            throw new IllegalArgumentException(keepPlace + " is " + age.toSeconds() + " s; it has to be from 1 s to 36500 d");
        }
        long bytes = concluded.keep.bytes();
        String set = PlotOption.ROLL_BYTES.inForce().place();
        if (rollBytes != 0 || !set.equals("default") || bytes == 0) {
            concluded.rollBytes = rollBytes != 0 ? rollBytes : bytes(PlotOption.ROLL_BYTES);
        } else {
            concluded.rollBytes = Math.max(MIN_ROLL_BYTES, Math.min(DEFAULT_ROLL_BYTES, bytes / FILES_KEPT));
        }
        if (concluded.rollBytes < MIN_ROLL_BYTES) {
            throw new IllegalArgumentException(ROLL_BYTES_PROPERTY + " is " + concluded.rollBytes + "; it has to be " + MIN_ROLL_BYTES
                + " or more");
        }
        if (bytes != 0 && bytes / 2 < concluded.rollBytes) {
            throw new IllegalArgumentException(keepPlace + " is " + bytes + " bytes; it has to be two files of " + concluded.rollBytes
                + " or more, since only whole files are deleted");
        }
    }

    private static long bytes(PlotOption option) {
        PlotOption.Setting setting = option.inForce();
        try {
            return Long.parseLong(setting.value());
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(setting.place() + " is '" + setting.value() + "'; it has to be a number of bytes", notANumber);
        }
    }

    private static void print(Throwable error) {
        System.err.println("asyncplot: " + (error.getMessage() == null ? error.toString() : error.getMessage()));
    }
}
