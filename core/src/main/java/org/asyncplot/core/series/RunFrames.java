// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.series;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.agrona.concurrent.UnsafeBuffer;
import org.asyncplot.core.format.Frame;
import org.asyncplot.core.queue.RunException;
import org.asyncplot.core.run.ElementType;
import org.asyncplot.core.run.FrameAsOf;
import org.asyncplot.core.run.FrameChannel;

/**
 * Copies frames of an open run to the heap, whole ones only: frames that the computation writes anew meanwhile are tried again or left out.
 * Belongs to the thread of the run; what it returns may go anywhere.
 */
public final class RunFrames {
    /** A copy takes far less than the time between two frames: a second try nearly always succeeds. */
    private static final int TRIES = 8;

    private RunFrames() {
    }

    /**
     * The newest frame of a waveform.
     *
     * @param channel of an open run
     * @return the frame; absent if there is none, or the computation overwrites it faster than it can be copied
     */
    public static Optional<WaveformSnapshot> newestWaveform(FrameChannel channel) {
        return newest(channel, frame -> waveform(channel, frame));
    }

    /**
     * The newest frame of an image.
     *
     * @param channel of an open run
     * @return the frame; absent if there is none, or the computation overwrites it faster than it can be copied
     */
    public static Optional<ImageSnapshot> newestImage(FrameChannel channel) {
        return newest(channel, frame -> image(channel, frame));
    }

    /**
     * The frame of a waveform that was the newest at a moment.
     *
     * @param channel of an open run
     * @param epochNs the moment
     * @param known   a frame that is returned again if it is the one
     * @return the frame; an empty one before the first, and a {@linkplain WaveformSnapshot#isLost() lost} one where it was overwritten since
     */
    public static WaveformSnapshot waveformAsOf(FrameChannel channel, long epochNs, Optional<WaveformSnapshot> known) {
        FrameAsOf<WaveformSnapshot> found = channel.asOf(epochNs, frame -> known.filter(old -> old.number() == frame.number())
            .orElseGet(() -> intact(channel, frame, intact -> waveform(channel, intact))));
        WaveformSnapshot none = WaveformSnapshot.empty(channel.name(), channel.unit(), channel.xName(), channel.xUnit());
        return found.copy().orElse(found.found() == FrameAsOf.Found.NOT_RECORDED ? none.lost() : none);
    }

    /**
     * The frame of an image that was the newest at a moment.
     *
     * @param channel of an open run
     * @param epochNs the moment
     * @param known   a frame that is returned again if it is the one
     * @return the frame; an empty one before the first, and a {@linkplain ImageSnapshot#isLost() lost} one where it was overwritten since
     */
    public static ImageSnapshot imageAsOf(FrameChannel channel, long epochNs, Optional<ImageSnapshot> known) {
        FrameAsOf<ImageSnapshot> found = channel.asOf(epochNs, frame -> known.filter(old -> old.number() == frame.number())
            .orElseGet(() -> intact(channel, frame, intact -> image(channel, intact))));
        ImageSnapshot none = ImageSnapshot.empty(channel.name(), channel.unit(), channel.xName(), channel.xUnit(), channel.yName(),
            channel.yUnit());
        return found.copy().orElse(found.found() == FrameAsOf.Found.NOT_RECORDED ? none.lost() : none);
    }

    /**
     * Hands on a copy of every frame of a waveform that is there, oldest first; each is new, so it may be kept.
     *
     * @param channel of an open run
     * @param action  called on this thread
     * @throws RunException of kind DAMAGED where the files are
     */
    public static void forEachWaveform(FrameChannel channel, Consumer<WaveformSnapshot> action) {
        copies(channel, frame -> waveform(channel, frame), action);
    }

    /**
     * Hands on a copy of every frame of an image that is there, oldest first; each is new, so it may be kept.
     *
     * @param channel of an open run
     * @param action  called on this thread
     * @throws RunException of kind DAMAGED where the files are
     */
    public static void forEachImage(FrameChannel channel, Consumer<ImageSnapshot> action) {
        copies(channel, frame -> image(channel, frame), action);
    }

    private static <T> Optional<T> newest(FrameChannel channel, Function<Frame, T> copy) {
        for (int attempt = 0; attempt < TRIES && channel.newest().isPresent(); attempt++) {
            Optional<T> copied = whole(channel.newest().get(), copy);
            if (copied.isPresent() && channel.isNewestThere()) {
                return copied;
            }
            channel.refresh();
        }
        return Optional.empty();
    }

    private static <T> void copies(FrameChannel channel, Function<Frame, T> copy, Consumer<T> action) {
        channel.forEach(frame -> whole(frame, intact -> intact(channel, intact, copy)).ifPresent(action));
    }

    private static <T> T intact(FrameChannel channel, Frame frame, Function<Frame, T> copy) {
        try {
            return copy.apply(frame);
        } catch (IndexOutOfBoundsException | InternalError cutShort) {
            throw new RunException(RunException.Kind.DAMAGED, "the frames of '" + channel.name() + "' are cut short; restore the run from a "
                + "copy", cutShort);
        }
    }

    private static <T> Optional<T> whole(Frame frame, Function<Frame, T> copy) {
        long mark = frame.beginRead();
        if (Frame.isThere(mark)) {
            T copied = copy.apply(frame);
            if (frame.endRead(mark)) {
                return Optional.of(copied);
            }
        }
        return Optional.empty();
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
