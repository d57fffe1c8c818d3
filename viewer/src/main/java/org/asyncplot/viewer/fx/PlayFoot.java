// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.asyncplot.viewer.source.Playback;

/** Keeps the play bar up to date: while time is played, and whenever somebody has changed something. The toolkit's thread. */
final class PlayFoot implements AutoCloseable {
    private static final long INTERVAL_MS = 40;

    private final Playback playback;
    private final PlayBar bar;
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "asyncplot-playbar");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Playback.Mode told = Playback.Mode.LIVE;

    /**
     * A play bar.
     *
     * @param playback what it shows and changes
     * @param keys     what its buttons do
     * @param changed  called when something else may have to be shown
     */
    PlayFoot(Playback playback, PlayKeys keys, Runnable changed) {
        this.playback = playback;
        bar = new PlayBar(playback, keys);
        playback.listener(() -> Platform.runLater(changed));
        // An animation of the toolkit would have it draw at its full rate.
        ticks.scheduleWithFixedDelay(() -> tick(changed), INTERVAL_MS, INTERVAL_MS, TimeUnit.MILLISECONDS);
    }

    private void tick(Runnable changed) {
        Playback.Mode mode = playback.state().mode();
        if (mode == Playback.Mode.PLAYING || mode != told) {
            told = mode;
            Platform.runLater(changed);
        }
    }

    PlayBar bar() {
        return bar;
    }

    /** How the picture departs from the newest data; empty where it does not. */
    String mode() {
        return playback.state().mode() == Playback.Mode.LIVE ? "" : "replay \u00b7 L goes live";
    }

    @Override
    public void close() {
        ticks.shutdownNow();
    }
}
