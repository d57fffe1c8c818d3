// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.source;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.asyncplot.core.queue.RunException;
import org.asyncplot.core.run.Channel;
import org.asyncplot.core.run.ChannelKind;
import org.asyncplot.core.run.FrameChannel;
import org.asyncplot.core.run.Note;
import org.asyncplot.core.run.Run;
import org.asyncplot.core.run.SignalChannel;
import org.asyncplot.core.series.ImageSnapshot;
import org.asyncplot.core.series.RunFrames;
import org.asyncplot.core.series.RunSignals;
import org.asyncplot.core.series.SignalSeries;
import org.asyncplot.core.series.WaveformSnapshot;

/** Takes snapshots of open runs. Frames are copied; signals stay where they are, pinned, and are valid until the run is closed. */
public final class RunSnapshot {
    private final Run run;
    private final Predicate<String> wanted;
    private final Optional<Snapshot> earlier;
    /** Empty for now. */
    private final OptionalLong momentNs;
    private final long epochNs;
    private final List<SignalSeries> signals = new ArrayList<>();
    private final List<WaveformSnapshot> waveforms = new ArrayList<>();
    private final List<ImageSnapshot> images = new ArrayList<>();

    private RunSnapshot(Run run, Predicate<String> wanted, Optional<Snapshot> earlier, OptionalLong momentNs) {
        this.run = run;
        this.wanted = wanted;
        this.earlier = earlier;
        this.momentNs = momentNs;
        epochNs = RunMoments.epochNs(run, momentNs.orElse(0));
    }

    /**
     * A run as it is now.
     *
     * @param run    open; its thread is the caller's
     * @param wanted says which channels to take, by name
     * @return the snapshot
     * @throws RunException of kind DAMAGED where the run's files are
     */
    public static Snapshot of(Run run, Predicate<String> wanted) {
        return of(run, wanted, Optional.empty());
    }

    /**
     * A run as it is now; frames that an earlier snapshot of the same run holds already are not copied again.
     *
     * @param run     open; its thread is the caller's
     * @param wanted  says which channels to take, by name
     * @param earlier an earlier snapshot
     * @return the snapshot
     * @throws RunException of kind DAMAGED where the run's files are
     */
    static Snapshot of(Run run, Predicate<String> wanted, Optional<Snapshot> earlier) {
        try {
            run.refresh();
            return new RunSnapshot(run, wanted, earlier, OptionalLong.empty()).take();
        } catch (IndexOutOfBoundsException | InternalError damaged) {
            throw damaged(run, damaged);
        }
    }

    /**
     * A run as it was at a moment, as far as its clock says.
     *
     * @param run      open; its thread is the caller's
     * @param wanted   says which channels to take, by name
     * @param momentNs ns since its start
     * @return the snapshot: the samples that were published then, to the step of their channels' clocks, the frames, where they were recorded,
     *         and the notes
     * @throws RunException of kind DAMAGED where the run's files are
     */
    public static Snapshot asOf(Run run, Predicate<String> wanted, long momentNs) {
        run.refresh();
        return asOf(run, wanted, momentNs, Optional.empty());
    }

    /** The same of a run that was refreshed; frames that an earlier snapshot of it holds already are not copied again. */
    static Snapshot asOf(Run run, Predicate<String> wanted, long momentNs, Optional<Snapshot> earlier) {
        try {
            return new RunSnapshot(run, wanted, earlier, OptionalLong.of(momentNs)).take();
        } catch (IndexOutOfBoundsException | InternalError damaged) {
            throw damaged(run, damaged);
        }
    }

    private static RunException damaged(Run run, Throwable cause) {
        return new RunException(RunException.Kind.DAMAGED, run.directory() + " is damaged: its blocks or frames are cut short; "
            + "restore it from a copy", cause);
    }

    private Snapshot take() {
        for (Channel channel : run.channels()) {
            if (channel instanceof SignalChannel signal) {
                List<SignalSeries> columns = momentNs.isEmpty() ? RunSignals.of(signal)
                    : RunSignals.of(signal, run.clock().countAt(signal, momentNs.getAsLong()));
                columns.stream().filter(series -> wanted.test(channel.name()) || wanted.test(series.name())).forEach(signals::add);
            } else if (channel instanceof FrameChannel frames && wanted.test(channel.name())) {
                if (channel.kind() == ChannelKind.WAVEFORM) {
                    waveforms.add(waveform(frames));
                } else {
                    images.add(image(frames));
                }
            }
        }
        Instant now = Instant.now();
        long takenNs = momentNs.isEmpty() ? now.getEpochSecond() * 1_000_000_000L + now.getNano() : epochNs;
        List<Note> notes = momentNs.isEmpty() ? run.notes() : run.notes().stream().filter(note -> note.timeNs() <= epochNs).toList();
        return new Snapshot(run.name(), takenNs, signals, waveforms, images, notes);
    }

    private WaveformSnapshot waveform(FrameChannel channel) {
        Optional<WaveformSnapshot> old = earlier.flatMap(known -> known.waveforms().stream()
            .filter(frame -> frame.name().equals(channel.name()) && !frame.isEmpty()).findFirst());
        return momentNs.isPresent() ? RunFrames.waveformAsOf(channel, epochNs, old) : old.filter(frame -> frame.number() == channel.count() - 1)
            .or(() -> RunFrames.newestWaveform(channel)).or(() -> old)
            .orElseGet(() -> WaveformSnapshot.empty(channel.name(), channel.unit(), channel.xName(), channel.xUnit()));
    }

    private ImageSnapshot image(FrameChannel channel) {
        Optional<ImageSnapshot> old = earlier.flatMap(known -> known.images().stream()
            .filter(frame -> frame.name().equals(channel.name()) && !frame.isEmpty()).findFirst());
        return momentNs.isPresent() ? RunFrames.imageAsOf(channel, epochNs, old) : old.filter(frame -> frame.number() == channel.count() - 1)
            .or(() -> RunFrames.newestImage(channel)).or(() -> old)
            .orElseGet(() -> ImageSnapshot.empty(channel.name(), channel.unit(), channel.xName(), channel.xUnit(), channel.yName(),
                channel.yUnit()));
    }
}
