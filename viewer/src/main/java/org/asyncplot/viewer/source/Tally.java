// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.source;

import java.util.HashMap;
import java.util.Map;
import org.asyncplot.core.series.ImageSnapshot;
import org.asyncplot.core.series.SignalSeries;
import org.asyncplot.core.series.WaveformSnapshot;

/**
 * Counts what reached the screen on its own and what only together with, or hidden by, something newer. Of what is new in a picture the
 * newest of each channel is drawn, the others are conflated: earlier samples become part of a line or band, earlier frames are never seen.
 * So {@code seen = history + drawn + conflated + waiting} holds at every moment. One thread.
 */
public final class Tally {
    private final Map<String, Long> seenSamples = new HashMap<>();
    private final Map<String, Long> seenFrames = new HashMap<>();
    private final Map<String, Long> drawnSamples = new HashMap<>();
    private final Map<String, Long> drawnFrames = new HashMap<>();
    private Part samples = new Part(0, 0, 0, 0);
    private Part frames = new Part(0, 0, 0, 0);
    private boolean attached;

    /**
     * One kind of data.
     *
     * @param seen      published by the run as far as is known here
     * @param history   of these, those that were there before the first picture
     * @param drawn     newest of their channel in a picture
     * @param conflated passed over for a newer one
     */
    public record Part(long seen, long history, long drawn, long conflated) {
        /**
         * Known but in no picture yet.
         *
         * @return count
         */
        public long waiting() {
            return seen - history - drawn - conflated;
        }

        private Part seen(long count) {
            return new Part(count, history, drawn, conflated);
        }

        private Part grown(long fresh, boolean asHistory) {
            return asHistory ? new Part(seen, history + fresh - 1, drawn + 1, conflated) : new Part(seen, history, drawn + 1, conflated + fresh - 1);
        }
    }

    /**
     * Notes what there is.
     *
     * @param snapshot newest known
     */
    public void seen(Snapshot snapshot) {
        count(snapshot, seenSamples, seenFrames);
        samples = samples.seen(sum(seenSamples));
        frames = frames.seen(sum(seenFrames));
    }

    /**
     * Notes what a picture shows.
     *
     * @param snapshot drawn; not older than the one drawn before
     */
    public void drawn(Snapshot snapshot) {
        seen(snapshot);
        Map<String, Long> nowSamples = new HashMap<>();
        Map<String, Long> nowFrames = new HashMap<>();
        count(snapshot, nowSamples, nowFrames);
        samples = advance(samples, drawnSamples, nowSamples);
        frames = advance(frames, drawnFrames, nowFrames);
        attached = true;
    }

    private Part advance(Part part, Map<String, Long> before, Map<String, Long> now) {
        Part result = part;
        for (Map.Entry<String, Long> channel : now.entrySet()) {
            long fresh = channel.getValue() - before.getOrDefault(channel.getKey(), 0L);
            if (fresh > 0) {
                result = result.grown(fresh, !attached);
                before.put(channel.getKey(), channel.getValue());
            }
        }
        return result;
    }

    private static void count(Snapshot snapshot, Map<String, Long> samples, Map<String, Long> frames) {
        for (SignalSeries signal : snapshot.signals()) {
            samples.merge(signal.channel(), signal.count(), Math::max);
        }
        for (WaveformSnapshot frame : snapshot.waveforms()) {
            frames.merge(frame.name(), Math.max(0, frame.number() + 1), Math::max);
        }
        for (ImageSnapshot frame : snapshot.images()) {
            frames.merge(frame.name(), Math.max(0, frame.number() + 1), Math::max);
        }
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Samples of signals; a row of several columns is one sample.
     *
     * @return their counts
     */
    public Part samples() {
        return samples;
    }

    /**
     * Frames of waveforms and images.
     *
     * @return their counts
     */
    public Part frames() {
        return frames;
    }
}
