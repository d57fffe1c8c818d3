// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.source;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.asyncplot.core.queue.RunException;
import org.asyncplot.core.run.Channel;
import org.asyncplot.core.run.ChannelKind;
import org.asyncplot.core.run.FrameChannel;
import org.asyncplot.core.run.Run;
import org.asyncplot.core.run.SignalChannel;
import org.asyncplot.core.series.ImageSnapshot;
import org.asyncplot.core.series.RunFrames;
import org.asyncplot.core.series.RunSignals;
import org.asyncplot.core.series.SignalSeries;
import org.asyncplot.core.series.WaveformSnapshot;

/** Takes snapshots of open runs. Frames are copied; signals stay where they are, pinned, and are valid until the run is closed. */
public final class RunSnapshot {
    private RunSnapshot() {
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
            return take(run, wanted, earlier);
        } catch (IndexOutOfBoundsException | InternalError damaged) {
            throw new RunException(RunException.Kind.DAMAGED, run.directory() + " is damaged: its blocks or frames are cut short; "
                + "restore it from a copy", damaged);
        }
    }

    private static Snapshot take(Run run, Predicate<String> wanted, Optional<Snapshot> earlier) {
        run.refresh();
        List<SignalSeries> signals = new ArrayList<>();
        List<WaveformSnapshot> waveforms = new ArrayList<>();
        List<ImageSnapshot> images = new ArrayList<>();
        for (Channel channel : run.channels()) {
            if (channel instanceof SignalChannel signal) {
                RunSignals.of(signal).stream().filter(series -> wanted.test(channel.name()) || wanted.test(series.name())).forEach(signals::add);
            } else if (channel instanceof FrameChannel frames && wanted.test(channel.name())) {
                if (channel.kind() == ChannelKind.WAVEFORM) {
                    Optional<WaveformSnapshot> old = earlier.flatMap(known -> known.waveforms().stream()
                        .filter(frame -> frame.name().equals(frames.name())).findFirst());
                    waveforms.add(old.filter(frame -> frame.number() == frames.count() - 1)
                        .or(() -> RunFrames.newestWaveform(frames)).or(() -> old)
                        .orElseGet(() -> WaveformSnapshot.empty(frames.name(), frames.unit(), frames.xName(), frames.xUnit())));
                } else {
                    Optional<ImageSnapshot> old = earlier.flatMap(known -> known.images().stream()
                        .filter(frame -> frame.name().equals(frames.name())).findFirst());
                    images.add(old.filter(frame -> frame.number() == frames.count() - 1)
                        .or(() -> RunFrames.newestImage(frames)).or(() -> old)
                        .orElseGet(() -> ImageSnapshot.empty(frames.name(), frames.unit(), frames.xName(), frames.xUnit(), frames.yName(),
                            frames.yUnit())));
                }
            }
        }
        Instant now = Instant.now();
        return new Snapshot(run.name(), now.getEpochSecond() * 1_000_000_000L + now.getNano(), signals, waveforms, images, run.notes());
    }
}
