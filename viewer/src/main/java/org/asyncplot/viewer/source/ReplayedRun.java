// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.source;

import java.util.Optional;
import java.util.OptionalLong;
import org.asyncplot.core.format.Frame;
import org.asyncplot.core.run.Channel;
import org.asyncplot.core.run.FrameAsOf;
import org.asyncplot.core.run.FrameChannel;
import org.asyncplot.core.run.Run;
import org.asyncplot.core.run.RunClock;
import org.asyncplot.core.run.RunState;

/** A run on disk at the moment that a playback says, which may be the newest. */
final class ReplayedRun implements LiveRun {
    private static final int COURSE_PARTS = 240;
    /** A picture of the course that lacks less than a part of it is good enough. */
    private static final double COURSE_GROWTH = 1 + 1.0 / COURSE_PARTS;

    private final OpenRun open;
    private final Run run;
    private final RunClock clock;
    private final Playback.Track track;
    /** What is shown; empty for the newest data. */
    private OptionalLong momentNs = OptionalLong.empty();
    private long coursedNs = -1;
    private long coursedNotes;

    ReplayedRun(OpenRun open, Playback.Track track) {
        this.open = open;
        this.track = track;
        run = open.run();
        clock = run.clock();
    }

    @Override
    public long probeNs() {
        return open.probeNs();
    }

    @Override
    public Growth growth() {
        Growth newest = open.growth();
        RunState state = run.state();
        long lengthNs = RunMoments.lengthNs(run);
        track.tell(lengthNs, state == RunState.RUNNING || state == RunState.STALLED, clock.isThere());
        if (lengthNs > coursedNs * COURSE_GROWTH || newest.notes() != coursedNotes) {
            coursedNs = lengthNs;
            coursedNotes = newest.notes();
            track.tell(new Playback.Course(lengthNs, activity(lengthNs), run.notes()), RunMoments.epochNs(run, 0));
        }
        takeSteps();
        momentNs = track.moment();
        return momentNs.isEmpty() ? newest : growth(momentNs.getAsLong());
    }

    private long[] activity(long lengthNs) {
        long[] activity = new long[COURSE_PARTS];
        for (Channel channel : run.channels()) {
            if (open.wanted().test(channel.name())) {
                long before = 0;
                for (int i = 0; i < activity.length; i++) {
                    long count = clock.countAt(channel, Math.round((i + 1.0) * lengthNs / COURSE_PARTS));
                    activity[i] += count - before;
                    before = count;
                }
            }
        }
        return activity;
    }

    private void takeSteps() {
        int steps = track.takeSteps();
        if (steps == 0) {
            return;
        }
        long lengthNs = RunMoments.lengthNs(run);
        OptionalLong at = OptionalLong.of(track.moment().orElse(lengthNs));
        for (int i = 0; i < Math.abs(steps) && at.isPresent(); i++) {
            at = steps > 0 ? clock.next(at.getAsLong()) : clock.previous(at.getAsLong());
        }
        track.stepTo(at.orElse(steps > 0 ? lengthNs : 0));
    }

    private Growth growth(long atNs) {
        long epochNs = RunMoments.epochNs(run, atNs);
        int channels = 0;
        long samples = 0;
        long frames = 0;
        for (Channel channel : run.channels()) {
            if (channel instanceof FrameChannel kept) {
                FrameAsOf<Long> found = kept.asOf(epochNs, Frame::number);
                long number = found.copy().orElse(-1L - found.found().ordinal());
                channels += found.copy().isPresent() ? 1 : 0;
                frames = 31 * frames + number;
            } else {
                long count = clock.countAt(channel, atNs);
                channels += count > 0 ? 1 : 0;
                samples += count;
            }
        }
        return new Growth(channels, samples, frames, notes(epochNs), true);
    }

    private long notes(long epochNs) {
        return run.notes().stream().filter(note -> note.timeNs() <= epochNs).count();
    }

    @Override
    public Capture capture(long probeNs, Capture earlier) {
        if (momentNs.isEmpty()) {
            return open.capture(probeNs, earlier);
        }
        Snapshot snapshot = RunSnapshot.asOf(run, open.wanted(), momentNs.getAsLong(), Optional.ofNullable(earlier).map(Capture::snapshot));
        return new Capture(snapshot, run.figures(snapshot.takenNs()), 0, open.dropped(), run.parameters());
    }

    @Override
    public RunStatus status() {
        return open.status();
    }

    @Override
    public boolean isPlaying() {
        return track.isPlaying();
    }

    @Override
    public void close() {
        open.close();
    }
}
