// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.source;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.agrona.concurrent.UnsafeBuffer;
import org.asyncplot.core.format.Frame;
import org.asyncplot.core.queue.RunException;
import org.asyncplot.core.run.Channel;
import org.asyncplot.core.run.ChannelKind;
import org.asyncplot.core.run.ElementType;
import org.asyncplot.core.run.FrameChannel;
import org.asyncplot.core.run.Run;
import org.asyncplot.core.run.SignalChannel;
import org.asyncplot.core.series.ImageSnapshot;
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
                        .or(() -> FrameCopy.of(frames, frame -> waveform(frames, frame))).or(() -> old)
                        .orElseGet(() -> WaveformSnapshot.empty(frames.name(), frames.unit(), frames.xName(), frames.xUnit())));
                } else {
                    Optional<ImageSnapshot> old = earlier.flatMap(known -> known.images().stream()
                        .filter(frame -> frame.name().equals(frames.name())).findFirst());
                    images.add(old.filter(frame -> frame.number() == frames.count() - 1)
                        .or(() -> FrameCopy.of(frames, frame -> image(frames, frame))).or(() -> old)
                        .orElseGet(() -> ImageSnapshot.empty(frames.name(), frames.unit(), frames.xName(), frames.xUnit(), frames.yName(),
                            frames.yUnit())));
                }
            }
        }
        Instant now = Instant.now();
        return new Snapshot(run.name(), now.getEpochSecond() * 1_000_000_000L + now.getNano(), signals, waveforms, images, run.notes());
    }

    private static WaveformSnapshot waveform(FrameChannel channel, Frame frame) {
        int count = frame.filled();
        double[] x = new double[count];
        for (int i = 0; i < count; i++) {
            x[i] = frame.x(i);
        }
        return new WaveformSnapshot(channel.name(), channel.unit(), channel.xName(), channel.xUnit(), frame.number(), frame.timeNs(), x,
            elements(channel.elementType(), frame, count));
    }

    private static ImageSnapshot image(FrameChannel channel, Frame frame) {
        double[] axes = frame.axes();
        return new ImageSnapshot(channel.name(), channel.unit(), channel.xName(), channel.xUnit(), channel.yName(), channel.yUnit(),
            frame.number(), frame.timeNs(), frame.rows(), frame.columns(), axes[0], axes[1], axes[2], axes[3],
            elements(channel.elementType(), frame, frame.filled()));
    }

    private static double[] elements(ElementType type, Frame frame, int count) {
        UnsafeBuffer buffer = frame.buffer();
        int offset = frame.elementsOffset();
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = switch (type) {
                case FLOAT64 -> buffer.getDouble(offset + (i << 3));
                case FLOAT32 -> buffer.getFloat(offset + (i << 2));
                case INT64 -> buffer.getLong(offset + (i << 3));
                case INT32 -> buffer.getInt(offset + (i << 2));
                case UINT8 -> buffer.getByte(offset + i) & 0xff;
            };
        }
        return values;
    }
}
