// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.run;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.asyncplot.core.figure.NearestName;
import org.asyncplot.core.format.ChannelDefinition;
import org.asyncplot.core.format.FiguresDocument;
import org.asyncplot.core.format.FormatException;
import org.asyncplot.core.format.NewerFormatException;
import org.asyncplot.core.format.NoteDocument;
import org.asyncplot.core.format.RunHeader;
import org.asyncplot.core.queue.QueueFile;
import org.asyncplot.core.queue.QueueReader;
import org.asyncplot.core.queue.Region;
import org.asyncplot.core.queue.RunException;

/**
 * A run on disk, opened read-only: growing, ended or died, it makes no difference. Nothing of it is changed. Belongs to one thread. Every
 * method may throw {@link RunException} of kind DAMAGED where the files are.
 */
public final class Run implements AutoCloseable {
    private static final long STALLED_NS = TimeUnit.SECONDS.toNanos(2);

    private final Path directory;
    private final Documents documents;
    private final RunHeader.Fields fields;
    private final WritingProcess process;
    private final List<Channel> channels = new ArrayList<>();
    private final RunClock clock;
    /** The newest, as far as is known. */
    private RunFile file;
    private long newestDefinition;
    private List<Note> notes = List.of();
    private long newestNote;

    private Run(Path directory, Documents documents, RunFile file) {
        this.directory = directory;
        this.documents = documents;
        this.file = file;
        this.fields = file.header().fields();
        documents.cache(new SummaryCache(SummaryCache.usersDirectory(), directory.getFileName() + "-" + Long.toHexString(fields.startWallNs())));
        this.clock = new RunClock(channels, fields.startMonotonicNs());
        this.process = new WritingProcess(fields.host(), fields.pid(), fields.processStartMs());
    }

    /**
     * Opens a run.
     *
     * @param directory of the run
     * @return the run, with the channels and samples that were there
     * @throws RunException if there is none, or it is damaged, or of a newer format
     */
    public static Run open(Path directory) {
        try {
            return openNow(directory);
        } catch (InternalError late) {
            // Of memory that was cut away the JVM tells when compiled code next calls into it, which may be when all is being given up.
            throw typed(directory, late);
        }
    }

    private static Run openNow(Path directory) {
        Documents documents = new Documents(QueueReader.open(directory), directory.toString(), null);
        try {
            RunFile newest = documents.newestFile();
            if (newest == null) {
                throw new RunException(RunException.Kind.NOT_A_RUN, directory + " holds nothing yet, or nothing that can be read; "
                    + "if its computation has just begun, try again");
            }
            Run run = new Run(directory, documents, newest);
            run.refresh();
            return run;
        } catch (RuntimeException | InternalError unreadable) {
            closeDamaged(documents);
            throw typed(directory, unreadable);
        }
    }

    private static void closeDamaged(Documents documents) {
        try {
            documents.close();
        } catch (RuntimeException | InternalError late) {
            // What is wrong is known already.
            return;
        }
    }

    private static RunException typed(Path directory, Throwable cause) {
        if (cause instanceof RunException known) {
            return known;
        }
        if (cause instanceof NewerFormatException newer) {
            return new RunException(RunException.Kind.NEWER, directory + " " + newer.getMessage(), newer);
        }
        String what = cause instanceof FormatException ? cause.getMessage() : "its files were cut short";
        return new RunException(RunException.Kind.DAMAGED, directory + " is damaged: " + what + "; restore it from a copy", cause);
    }

    /** Looks for channels, samples and frames that were published since. */
    public void refresh() {
        while (true) {
            int gone = documents.newestGone();
            try {
                follow();
                loadDefinitions();
                channels.forEach(Channel::refresh);
                return;
            } catch (RuntimeException | InternalError unreadable) {
                // What went while it was looked at reads as holes.
                if (documents.newestGone() == gone) {
                    throw typed(directory, unreadable);
                }
            }
        }
    }

    /** Goes on to the file that is written now; where one in between is gone already, by looking which there are. */
    private void follow() {
        RunFile before = file;
        for (long index = file.header().nextHeader(); index != 0; index = file.header().nextHeader()) {
            if (index <= file.headerIndex()) {
                throw documents.damaged("its files point backwards");
            }
            RunFile next = documents.file(QueueFile.numberOf(index));
            if (next == null) {
                break;
            }
            file = next;
        }
        if (file.isRetired()) {
            RunFile newest = documents.newestFile();
            file = newest == null ? file : newest;
        }
        if (file != before) {
            newestDefinition = 0;
        }
    }

    /** From the newest backwards; in a file that is followed anew all of them, and those known by their number take the new place. */
    private void loadDefinitions() {
        long newest = file.header().newestDefinition();
        Deque<Channel> found = new ArrayDeque<>();
        long index = newest;
        while (index != 0 && index != newestDefinition) {
            Region region = documents.at(index);
            if (region == null) {
                return;
            }
            ChannelDefinition definition = new ChannelDefinition(region.buffer());
            ChannelDefinition.Fields described = definition.fields();
            Optional<Channel> known = channels.stream().filter(channel -> channel.id() == described.id()).findFirst();
            if (known.isPresent()) {
                known.get().moveTo(region, definition);
            } else {
                found.addFirst(channel(region, definition, described));
            }
            if (described.previous() >= index) {
                throw documents.damaged("its channel definitions point forward");
            }
            index = described.previous();
        }
        newestDefinition = newest;
        channels.addAll(found);
    }

    private Channel channel(Region region, ChannelDefinition definition, ChannelDefinition.Fields found) {
        boolean known = found.kind() < ChannelKind.values().length && found.elementType() < ElementType.values().length
            && found.xType() < XType.values().length;
        if (!known) {
            throw documents.damaged("channel '" + found.name() + "' is of an unknown kind");
        }
        return ChannelKind.values()[found.kind()] == ChannelKind.SIGNAL
            ? new SignalChannel(documents, region, definition, found)
            : new FrameChannel(documents, region, definition, found);
    }

    /**
     * The run's name.
     *
     * @return as the computation gave it
     */
    public String name() {
        return fields.name();
    }

    /**
     * Where the run lies.
     *
     * @return its directory
     */
    public Path directory() {
        return directory;
    }

    /**
     * The process that writes it, or wrote it.
     *
     * @return host, pid and start
     */
    public WritingProcess process() {
        return process;
    }

    /**
     * The command line of that process.
     *
     * @return the command line
     */
    public String commandLine() {
        return fields.commandLine();
    }

    /**
     * The run's parameters.
     *
     * @return in the order in which they were given
     */
    public Map<String, String> parameters() {
        return Collections.unmodifiableMap(fields.parameters());
    }

    /**
     * When it began.
     *
     * @return the moment
     */
    public Instant startedAt() {
        return instant(fields.startWallNs());
    }

    /**
     * When its heart last beat.
     *
     * @return the moment
     */
    public Instant heartbeatAt() {
        return instant(file.header().heartbeatNs());
    }

    /**
     * How far it had grown at a moment, as it was known to the writer's clock: exact to 10 ms, for channels slower than 6400 a second to 64
     * samples or a second. A search of O(log n) documents a channel. Before the start there was nothing; past the end, or 2 s after the last sign
     * of life, there is everything, and so it is where the writer kept no clock.
     *
     * @param at the moment
     * @return what was published by then, as of the last {@link #refresh()} at most
     */
    public RunMoment asOf(Instant at) {
        try {
            boolean past = !at.isBefore(file.header().endReason() != 0 ? instant(file.header().endNs()) : heartbeatAt().plusNanos(STALLED_NS));
            long sinceStartNs = at.isBefore(startedAt()) ? -1 : past ? 0 : Duration.between(startedAt(), at).toNanos();
            List<Long> published = new ArrayList<>();
            for (Channel channel : channels) {
                published.add(sinceStartNs < 0 ? 0L : past ? channel.count() : channel.publishedAt(fields.startMonotonicNs() + sinceStartNs));
            }
            return new RunMoment(at, published);
        } catch (RuntimeException | InternalError unreadable) {
            throw typed(directory, unreadable);
        }
    }

    /**
     * The last probe, to be read before a refresh; see the design of latency.
     *
     * @return System.nanoTime of the writing host, 0 if there was none
     */
    public long probeNs() {
        return file.header().probeNs();
    }

    /**
     * How it is now.
     *
     * @return the state at this moment
     */
    public RunState state() {
        if (file.header().endReason() != 0) {
            return RunState.FINISHED;
        }
        Instant now = Instant.now();
        Instant heartbeat = heartbeatAt();
        // A beat from the future is one from before the clock was set back.
        boolean beats = heartbeat.plusNanos(STALLED_NS).isAfter(now) && heartbeat.minusNanos(STALLED_NS).isBefore(now);
        if (!process.isLocal()) {
            return beats ? RunState.RUNNING : RunState.DIED;
        }
        // After the clock was set a process seems to have begun at another time; that of another with its number has no heart that beats.
        if (!(beats ? process.isNumberInUse() : process.isAlive())) {
            // It may have marked its end after we looked for the mark.
            return file.header().endReason() != 0 ? RunState.FINISHED : RunState.DIED;
        }
        return beats ? RunState.RUNNING : RunState.STALLED;
    }

    /**
     * Why its writer marked the end.
     *
     * @return absent while it runs, and if it died
     */
    public Optional<EndReason> endReason() {
        return EndReason.of(file.header().endReason());
    }

    /**
     * The channels.
     *
     * @return in the order in which they were declared
     */
    public List<Channel> channels() {
        return Collections.unmodifiableList(channels);
    }

    /**
     * A signal.
     *
     * @param name of the channel
     * @return the signal; closed with the run
     * @throws RunException of kind MISSING if there is no signal of that name; the message names the nearest
     */
    public SignalChannel signal(String name) {
        return channel(name, SignalChannel.class, "signal");
    }

    /**
     * A waveform or an image.
     *
     * @param name of the channel
     * @return the channel of frames; closed with the run
     * @throws RunException of kind MISSING if there is none of that name; the message names the nearest
     */
    public FrameChannel frames(String name) {
        return channel(name, FrameChannel.class, "waveform or image");
    }

    private <T extends Channel> T channel(String name, Class<T> kind, String what) {
        List<T> found = channels.stream().filter(kind::isInstance).map(kind::cast).toList();
        return found.stream().filter(channel -> channel.name().equals(name)).findFirst().orElseThrow(() -> {
            List<String> names = found.stream().map(Channel::name).toList();
            String remedy = NearestName.to(name, names).map(near -> "; did you mean '" + near + "'?")
                .orElse(names.isEmpty() ? "" : "; it has " + String.join(", ", names));
            return new RunException(RunException.Kind.MISSING, directory + " has no " + what + " '" + name + "'" + remedy);
        });
    }

    /**
     * The script of how its channels grew.
     *
     * @return the clock; of the channels that there are at each moment
     */
    public RunClock clock() {
        return clock;
    }

    /**
     * The notes.
     *
     * @return oldest first
     */
    public List<Note> notes() {
        long newest = file.header().newestNote();
        if (newest == newestNote) {
            return notes;
        }
        try {
            Deque<Note> found = new ArrayDeque<>();
            long index = newest;
            while (index != 0 && index != newestNote) {
                try (Region region = documents.at(index)) {
                    if (region == null) {
                        break;
                    }
                    NoteDocument note = NoteDocument.decode(region.buffer());
                    found.addFirst(Note.of(note, channelName(note.channelId())));
                    if (note.previous() >= index) {
                        throw documents.damaged("its notes point forward");
                    }
                    index = note.previous();
                }
            }
            List<Note> all = new ArrayList<>(index == newestNote ? notes : List.of());
            all.addAll(found);
            notes = List.copyOf(all);
            newestNote = newest;
            return notes;
        } catch (RuntimeException | InternalError unreadable) {
            throw typed(directory, unreadable);
        }
    }

    private String channelName(int id) {
        return channels.stream().filter(channel -> channel.id() == id).map(Channel::name).findFirst().orElse("");
    }

    /**
     * The newest figure specification that the computation sent.
     *
     * @return YAML text, absent if it sent none
     */
    public Optional<String> figures() {
        return figures(Long.MAX_VALUE);
    }

    /**
     * The figure specification that was the newest at a moment.
     *
     * @param epochNs the moment
     * @return YAML text, absent if the computation had sent none by then
     */
    public Optional<String> figures(long epochNs) {
        try {
            long before = Long.MAX_VALUE;
            for (long index = file.header().newestFigures(); index != 0 && index < before;) {
                try (Region region = documents.at(index)) {
                    FiguresDocument figures = region == null ? null : FiguresDocument.decode(region.buffer());
                    if (figures == null || figures.timeNs() <= epochNs) {
                        return Optional.ofNullable(figures).map(FiguresDocument::yaml);
                    }
                    before = index;
                    index = figures.previous();
                }
            }
            return Optional.empty();
        } catch (RuntimeException | InternalError unreadable) {
            throw typed(directory, unreadable);
        }
    }

    /**
     * How many files it has.
     *
     * @return count at this moment
     */
    public int fileCount() {
        return QueueFile.in(directory).size();
    }

    /**
     * How many files are there only for the newest sample or frame of a channel: later ones were deleted already.
     *
     * @return count at this moment
     */
    public int heldFileCount() {
        List<Path> files = QueueFile.in(directory);
        int first = files.size() - 1;
        while (first > 0 && QueueFile.numberOf(files.get(first - 1)) == QueueFile.numberOf(files.get(first)) - 1) {
            first--;
        }
        return first;
    }

    private static Instant instant(long epochNs) {
        return Instant.ofEpochSecond(Math.floorDiv(epochNs, 1_000_000_000L), Math.floorMod(epochNs, 1_000_000_000L));
    }

    /** Gives back every mapping; what came from this run must not be used any more. */
    @Override
    public void close() {
        channels.forEach(Channel::close);
        documents.close();
    }
}
