// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.asyncplot.viewer.source.Playback;

/** Keys that move a window in time. Where its runs cannot be replayed they do nothing. The toolkit's thread. */
final class PlayKeys {
    private static final double SMALL_MOVE = 0.01;
    private static final double LARGE_MOVE = 0.1;

    private final Optional<Playback> playback;
    private final WindowModel model;

    PlayKeys(Optional<Playback> playback, WindowModel model) {
        this.playback = playback;
        this.model = model;
    }

    /** Takes a key by its place on the keyboard; false if it means something else. */
    boolean pressed(KeyCode code, boolean shift) {
        if (playback.isEmpty() || !playback.get().state().recorded()) {
            return false;
        }
        switch (code) {
            case SPACE -> toggle();
            case LEFT, RIGHT -> {
                unfreeze();
                playback.get().move((code == KeyCode.LEFT ? -1 : 1) * (shift ? LARGE_MOVE : SMALL_MOVE));
            }
            case L, HOME -> {
                playback.get().live();
                return false;
            }
            case O -> playback.get().loop(!playback.get().state().loops());
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Takes a key by what it types; false if it means something else. */
    boolean typed(String character) {
        if (playback.isEmpty() || !playback.get().state().recorded() || character.length() != 1) {
            return false;
        }
        char key = character.charAt(0);
        switch (key) {
            case ',' -> step(-1);
            case '.' -> step(1);
            case '+' -> playback.get().nextSpeed(1);
            case '-' -> playback.get().nextSpeed(-1);
            default -> {
                if (key < '0' || key > '9') {
                    return false;
                }
                unfreeze();
                playback.get().seek(Math.round((key - '0') / 10.0 * playback.get().state().endNs()));
            }
        }
        return true;
    }

    /** Plays or pauses; the newest data of a run that grows are frozen as they are, since they may be more than its clock has noted. */
    void toggle() {
        Playback its = playback.orElseThrow();
        Playback.State now = its.state();
        if (now.mode() == Playback.Mode.LIVE && now.grows()) {
            model.togglePause();
        } else if (now.mode() == Playback.Mode.PLAYING) {
            its.pause();
        } else {
            unfreeze();
            its.play();
        }
    }

    void step(int count) {
        unfreeze();
        playback.orElseThrow().step(count);
    }

    /** A frozen picture would show nothing of another moment. */
    void unfreeze() {
        if (model.paused()) {
            model.togglePause();
        }
    }
}
