// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.source;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.asyncplot.core.run.Note;

/**
 * Which moment of its runs a window shows: the newest, or one that has passed, standing still or played. Moments are ns since the start of a
 * run; several runs are played from their starts. Any thread.
 */
public final class Playback {
    /** The slowest speed. */
    public static final double SLOWEST = 0.01;
    /** The fastest. */
    public static final double FASTEST = 1000;
    private static final double[] SPEEDS = {SLOWEST, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, FASTEST};

    private final LongSupplier nanoClock;
    private final List<Track> tracks = new ArrayList<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private Mode mode;
    private double speed = 1;
    private boolean loops;
    /** Where it was at {@link #anchorNs} of the clock. */
    private double momentNs;
    private long anchorNs;
    private int steps;

    /** What is done about time. */
    public enum Mode {
        /** The newest data are shown, as they come. */
        LIVE,
        /** The moment moves on at a speed. */
        PLAYING,
        /** The moment stays. */
        PAUSED
    }

    /**
     * What there is to say of it.
     *
     * @param mode     what is done
     * @param momentNs what is shown; the end where that is the newest
     * @param endNs    how long the longest of the runs is
     * @param speed    times that of the recording
     * @param loops    whether it begins again at the end
     * @param grows    whether the end still moves
     * @param recorded whether any run has a clock to be played by
     */
    public record State(Mode mode, long momentNs, long endNs, double speed, boolean loops, boolean grows, boolean recorded) {
    }

    /**
     * The course of a run at a glance.
     *
     * @param lengthNs what the activity covers, from the start on
     * @param activity what was published in each of as many equal parts, all channels together
     * @param marks    the notes
     */
    public record Course(long lengthNs, long[] activity, List<Note> marks) {
        /** Of a run that is not open yet. */
        static final Course NONE = new Course(0, new long[0], List.of());
    }

    private Playback(LongSupplier nanoClock, Mode mode) {
        this.nanoClock = nanoClock;
        this.mode = mode;
        anchorNs = nanoClock.getAsLong();
    }

    /**
     * Shows the newest data to begin with.
     *
     * @param nanoClock System.nanoTime, or a fake
     * @return the playback
     */
    public static Playback live(LongSupplier nanoClock) {
        return new Playback(nanoClock, Mode.LIVE);
    }

    /**
     * Plays from a moment on, as soon as it is known how long the runs are.
     *
     * @param fromNs    the moment
     * @param nanoClock System.nanoTime, or a fake
     * @return the playback
     */
    public static Playback from(long fromNs, LongSupplier nanoClock) {
        Playback playback = new Playback(nanoClock, Mode.PLAYING);
        playback.momentNs = fromNs;
        return playback;
    }

    /** A run that is played, as its source tells of it. */
    final class Track {
        private long endNs;
        private boolean grows;
        private boolean recorded;
        private boolean told;
        private Course course = Course.NONE;
        private long startEpochNs;

        /** How long the run is by now. */
        void tell(long lengthNs, boolean mayGrow, boolean hasClock) {
            synchronized (Playback.this) {
                settle();
                endNs = Math.max(0, lengthNs);
                grows = mayGrow;
                recorded = hasClock;
                told = true;
                mode = isTold() && !isRecorded() ? Mode.LIVE : mode;
            }
        }

        /** What happened in it. */
        void tell(Course newest, long beganEpochNs) {
            synchronized (Playback.this) {
                course = newest;
                startEpochNs = beganEpochNs;
            }
        }

        /** What to show of it: a moment, empty for the newest data. */
        OptionalLong moment() {
            synchronized (Playback.this) {
                settle();
                return mode == Mode.LIVE || !recorded ? OptionalLong.empty() : OptionalLong.of(Math.min((long) momentNs, endNs));
            }
        }

        /** Steps that are still to be taken; only the first run is asked for them. */
        int takeSteps() {
            synchronized (Playback.this) {
                int wanted = tracks.get(0) == this ? steps : 0;
                steps -= wanted;
                return wanted;
            }
        }

        /** Where a step led to. */
        void stepTo(long toNs) {
            synchronized (Playback.this) {
                momentNs = clamp(toNs);
                mode = Mode.PAUSED;
            }
        }

        boolean isPlaying() {
            synchronized (Playback.this) {
                return mode == Mode.PLAYING;
            }
        }
    }

    /** Another run is played along. */
    synchronized Track track() {
        Track track = new Track();
        tracks.add(track);
        return track;
    }

    /**
     * Tells whenever somebody has changed what is to be shown; called on that thread.
     *
     * @param told must not block
     */
    public synchronized void listener(Runnable told) {
        listeners.add(told);
    }

    /**
     * How it is now.
     *
     * @return the state
     */
    public synchronized State state() {
        settle();
        long endNs = endNs();
        return new State(mode, mode == Mode.LIVE ? endNs : (long) momentNs, endNs, speed, loops, grows(), isRecorded());
    }

    /**
     * What happened in the first of the runs.
     *
     * @return its course, a second old at most
     */
    public synchronized Course course() {
        return tracks.isEmpty() ? Course.NONE : tracks.get(0).course;
    }

    /**
     * When a note of the first run was written.
     *
     * @param note of its course
     * @return the moment
     */
    public synchronized long momentNs(Note note) {
        return note.timeNs() - tracks.get(0).startEpochNs;
    }

    /** Plays on from where it is; at the end of a run that has ended from the start. */
    public void play() {
        change(() -> {
            if (!grows() && (mode == Mode.LIVE || momentNs >= endNs())) {
                momentNs = 0;
                mode = Mode.PLAYING;
            }
            mode = mode == Mode.PAUSED ? Mode.PLAYING : mode;
        });
    }

    /** Stays where it is. */
    public void pause() {
        change(() -> {
            momentNs = mode == Mode.LIVE ? endNs() : momentNs;
            mode = Mode.PAUSED;
        });
    }

    /**
     * Shows another moment; the end of a run that grows is live.
     *
     * @param toNs the moment; before the start and past the end are the start and the end
     */
    public void seek(long toNs) {
        change(() -> {
            boolean end = toNs >= endNs();
            momentNs = clamp(toNs);
            mode = end && grows() ? Mode.LIVE : mode == Mode.PLAYING ? Mode.PLAYING : Mode.PAUSED;
        });
    }

    /**
     * Moves on by a part of the whole length.
     *
     * @param part of the length, negative to go back
     */
    public void move(double part) {
        State now = state();
        seek(Math.round(now.momentNs() + part * now.endNs()));
    }

    /**
     * Stops, and goes to the next moments at which something was published.
     *
     * @param count how many, negative to go back
     */
    public void step(int count) {
        change(() -> {
            momentNs = mode == Mode.LIVE ? endNs() : momentNs;
            mode = Mode.PAUSED;
            steps += count;
        });
    }

    /** Back to the newest data. */
    public void live() {
        change(() -> mode = Mode.LIVE);
    }

    /**
     * Plays at another speed.
     *
     * @param times that of the recording; kept between {@value #SLOWEST} and {@value #FASTEST}
     */
    public void speed(double times) {
        change(() -> speed = Math.max(SLOWEST, Math.min(FASTEST, times)));
    }

    /**
     * Plays at the next of the speeds 0.01, 0.02, 0.05, 0.1 to 1000.
     *
     * @param direction 1 for faster, -1 for slower
     */
    public void nextSpeed(int direction) {
        change(() -> {
            int place = 0;
            while (place < SPEEDS.length - 1 && SPEEDS[place] < speed) {
                place++;
            }
            boolean between = SPEEDS[place] != speed;
            int next = place + (direction > 0 ? between ? 0 : 1 : -1);
            speed = SPEEDS[Math.max(0, Math.min(SPEEDS.length - 1, next))];
        });
    }

    /**
     * Whether it begins again at the end. The end of a run that grows moves away; there it does not loop.
     *
     * @param again true to
     */
    public void loop(boolean again) {
        change(() -> loops = again);
    }

    private void change(Runnable change) {
        List<Runnable> told;
        synchronized (this) {
            settle();
            if (!isTold() || isRecorded()) {
                change.run();
            }
            told = List.copyOf(listeners);
        }
        told.forEach(Runnable::run);
    }

    /** Moves on to where it is by now. */
    private void settle() {
        long nowNs = nanoClock.getAsLong();
        // Time that passes before anything is open shows nothing.
        if (mode == Mode.PLAYING && isRecorded()) {
            momentNs += (nowNs - anchorNs) * speed;
            long endNs = endNs();
            if (momentNs >= endNs) {
                boolean again = loops && !grows() && endNs > 0;
                momentNs = again ? momentNs % endNs : endNs;
                mode = again ? Mode.PLAYING : Mode.LIVE;
            }
        }
        anchorNs = nowNs;
    }

    private long clamp(long toNs) {
        return Math.max(0, Math.min(toNs, endNs()));
    }

    private long endNs() {
        return tracks.stream().mapToLong(track -> track.endNs).max().orElse(0);
    }

    private boolean grows() {
        return tracks.stream().anyMatch(track -> track.grows);
    }

    private boolean isTold() {
        return !tracks.isEmpty() && tracks.stream().allMatch(track -> track.told);
    }

    private boolean isRecorded() {
        return tracks.stream().anyMatch(track -> track.recorded);
    }
}
