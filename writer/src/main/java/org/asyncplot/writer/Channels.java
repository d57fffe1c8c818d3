// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import java.util.List;
import org.asyncplot.core.format.ChannelDefinition;
import org.asyncplot.core.format.Frame;
import org.asyncplot.core.queue.Region;
import org.asyncplot.core.run.ChannelKind;
import org.asyncplot.core.run.ElementType;
import org.asyncplot.core.run.XType;

/** Makes what lies behind the handles: a channel's definition in the run and the supply of its blocks or frames. */
final class Channels {
    private final Recording recording;

    /** Channels of a recording, or with null channels that count what they drop. */
    Channels(Recording recording) {
        this.recording = recording;
    }

    SampleSink signal(String name, String unit, XType xType, String xName, String xUnit, List<String> columns) {
        int[] id = new int[1];
        Region region = recording == null ? null : recording.declare(channelId -> previous -> {
            id[0] = channelId;
            return new ChannelDefinition.Fields(channelId, ChannelKind.SIGNAL.ordinal(), ElementType.FLOAT64.ordinal(), xType.ordinal(), name,
                unit, columns, xName, xUnit, "", "", 0, previous);
        });
        if (region == null) {
            return new SampleSink(name, null, columns.size());
        }
        BlockSupply supply = new BlockSupply(recording, region, id[0], columns.size(), xType == XType.TIME);
        SampleSink sink = new SampleSink(name, supply, columns.size());
        recording.add(supply);
        recording.releaseWhenUnreachable(sink, supply::release);
        return sink;
    }

    FrameClaim waveform(String name, String unit, int length, ElementType type, Axis axis, Retention retention) {
        if (axis.isArray() && axis.values().length < length) {
            throw new IllegalArgumentException("waveform '" + name + "' has " + length + " elements, but its axis " + axis.values().length);
        }
        int bytes = frameBytes("waveform '" + name + "'", Frame.length(length, type.bytes(), axis.isArray()), length);
        FrameStore store = frames(name, unit, type, ChannelKind.WAVEFORM, axis, Axis.INDEX, retention, bytes, (id, buffer, previous) -> {
            Frame.encodeWaveform(buffer, id, type.ordinal(), length, axis.isArray(), axis.first(), axis.step(), previous);
            for (int i = 0; i < length && axis.isArray(); i++) {
                buffer.putDouble(Frame.PAYLOAD_OFFSET + (i << 3), axis.values()[i]);
            }
        });
        return claim(name, store, type, length, retention);
    }

    FrameClaim image(String name, String unit, int rows, int columns, ElementType type, Axis x, Axis y, Retention retention) {
        if (x.isArray() || y.isArray()) {
            throw new IllegalArgumentException("image '" + name + "' needs axes of even steps");
        }
        long elements = (long) rows * columns;
        int bytes = frameBytes("image '" + name + "'", Frame.length(elements, type.bytes(), false), Math.min(rows, columns));
        double[] axes = {x.first(), x.step(), y.first(), y.step()};
        FrameStore store = frames(name, unit, type, ChannelKind.IMAGE, x, y, retention, bytes,
            (id, buffer, previous) -> Frame.encodeImage(buffer, id, type.ordinal(), rows, columns, axes, previous));
        return claim(name, store, type, (int) elements, retention);
    }

    private FrameClaim claim(String name, FrameStore store, ElementType type, int length, Retention retention) {
        FrameClaim claim = new FrameClaim(name, store, type, length, new Demand(recording, retention));
        if (store != null) {
            recording.releaseWhenUnreachable(claim, store::release);
        }
        return claim;
    }

    private int frameBytes(String what, long bytes, int least) {
        long most = recording == null ? Integer.MAX_VALUE - 64 : recording.maxDocumentBytes();
        if (least < 1 || bytes > most) {
            throw new IllegalArgumentException(what + " has frames of " + bytes + " bytes; the smallest has one element, the largest " + most
                + " bytes, more with PlotContext.blockBytes or " + PlotContext.BLOCK_BYTES_PROPERTY);
        }
        return (int) bytes;
    }

    /** Writes the fixed fields of a frame of a channel. */
    private interface Encoder {
        void encode(int id, org.agrona.MutableDirectBuffer buffer, long previousFrame);
    }

    private FrameStore frames(String name, String unit, ElementType type, ChannelKind kind, Axis x, Axis y, Retention retention, int bytes,
                              Encoder encoder) {
        int[] id = new int[1];
        Region region = recording == null ? null : recording.declare(channelId -> previous -> {
            id[0] = channelId;
            return new ChannelDefinition.Fields(channelId, kind.ordinal(), type.ordinal(), XType.NUMBER.ordinal(), name, unit, List.of(),
                x.name(), x.unit(), y.name(), y.unit(), retention.slots(), previous);
        });
        if (region == null) {
            return null;
        }
        FrameStore.FrameEncoder ofChannel = (buffer, previous) -> encoder.encode(id[0], buffer, previous);
        FrameStore store = retention.slots() == 0 ? new FrameSupply(recording, region, bytes, ofChannel)
            : new FrameSlots(recording, region, bytes, retention.slots(), ofChannel);
        recording.add(store);
        return store;
    }
}
