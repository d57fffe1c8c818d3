// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.asyncplot.viewer.source.Playback.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
final class PlaybackTest {
    private static final long S = 1_000_000_000L;

    private long nowNs = 77;
    private final Playback playback = Playback.from(0, () -> nowNs);
    private final Playback.Track track = playback.track();

    private void open(long lengthNs, boolean grows) {
        track.tell(lengthNs, grows, true);
    }

    private long momentS() {
        return Math.round(playback.state().momentNs() / 1e9);
    }

    @Test
    void shouldPlayFromTheStartOnceTheRunIsOpen() {
        nowNs += 100 * S;
        open(60 * S, false);
        assertThat(track.moment()).hasValue(0);
        nowNs += 5 * S;
        assertThat(track.moment()).hasValue(5 * S);
        assertThat(playback.state().mode()).isEqualTo(Mode.PLAYING);
    }

    @Test
    void shouldPlayFromTheMomentAskedFor() {
        Playback later = Playback.from(20 * S, () -> nowNs);
        Playback.Track its = later.track();
        its.tell(60 * S, false, true);
        nowNs += S;
        assertThat(its.moment()).hasValue(21 * S);
    }

    @Test
    void shouldKeepWhatIsAskedForBeforeAnyRunIsThere() {
        Playback early = Playback.from(0, () -> nowNs);
        early.speed(0.01);
        early.loop(true);
        early.track().tell(60 * S, false, true);
        assertThat(early.state().speed()).isEqualTo(0.01);
        assertThat(early.state().loops()).isTrue();
    }

    @Test
    void shouldShowTheNewestDataToBeginWithWhenLive() {
        Playback live = Playback.live(() -> nowNs);
        Playback.Track its = live.track();
        its.tell(3 * S, true, true);
        assertThat(its.moment()).isEmpty();
        its.tell(4 * S, true, true);
        assertThat(live.state().momentNs()).isEqualTo(4 * S);
    }

    @Test
    void shouldStandStillWhilePausedAndGoOnFromThere() {
        open(60 * S, false);
        nowNs += 5 * S;
        playback.pause();
        nowNs += 50 * S;
        assertThat(momentS()).isEqualTo(5);
        playback.play();
        nowNs += 2 * S;
        assertThat(momentS()).isEqualTo(7);
    }

    @Test
    void shouldPlayAtItsSpeedFromTheMomentOfTheChangeOn() {
        open(60 * S, false);
        nowNs += 5 * S;
        playback.speed(10);
        nowNs += 2 * S;
        assertThat(momentS()).isEqualTo(25);
        playback.speed(0.5);
        nowNs += 10 * S;
        assertThat(momentS()).isEqualTo(30);
    }

    @Test
    void shouldGoThroughRoundSpeedsAndStopAtTheSlowestAndTheFastest() {
        List<Double> up = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            playback.nextSpeed(1);
            up.add(round(playback.state().speed()));
        }
        assertThat(up).containsExactly(2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0, 1000.0, 1000.0);
        List<Double> down = new ArrayList<>();
        for (int i = 0; i < 17; i++) {
            playback.nextSpeed(-1);
            down.add(round(playback.state().speed()));
        }
        assertThat(down).containsExactly(500.0, 200.0, 100.0, 50.0, 20.0, 10.0, 5.0, 2.0, 1.0, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.01, 0.01);
        playback.speed(1e9);
        assertThat(playback.state().speed()).isEqualTo(1000);
        playback.speed(0);
        assertThat(playback.state().speed()).isEqualTo(0.01);
    }

    private static double round(double speed) {
        return Math.round(speed * 1e6) / 1e6;
    }

    @Test
    void shouldEndWithTheWholeRunAndBeginAnewWhenPlayedAgain() {
        open(60 * S, false);
        nowNs += 70 * S;
        assertThat(playback.state().mode()).isEqualTo(Mode.LIVE);
        assertThat(track.moment()).isEmpty();
        assertThat(momentS()).isEqualTo(60);
        playback.play();
        nowNs += S;
        assertThat(track.moment()).hasValue(S);
    }

    @Test
    void shouldBeginAgainAtTheEndWhenItLoops() {
        open(60 * S, false);
        playback.loop(true);
        nowNs += 190 * S;
        assertThat(track.moment()).hasValue(10 * S);
        assertThat(playback.state().mode()).isEqualTo(Mode.PLAYING);
    }

    @Test
    void shouldBecomeLiveWhenItCatchesUpWithARunThatGrows() {
        open(60 * S, true);
        playback.loop(true);
        playback.speed(10);
        for (int i = 1; i <= 10 && playback.state().mode() != Mode.LIVE; i++) {
            nowNs += S;
            track.tell((60 + i) * S, true, true);
        }
        assertThat(playback.state().mode()).isEqualTo(Mode.LIVE);
        assertThat(momentS()).isEqualTo(67);
    }

    @Test
    void shouldKeepBeforeTheStartAtTheStartAndPastTheEndAtTheEnd() {
        open(60 * S, false);
        playback.pause();
        playback.seek(-5 * S);
        assertThat(track.moment()).hasValue(0);
        playback.seek(1_000 * S);
        assertThat(track.moment()).hasValue(60 * S);
        assertThat(playback.state().mode()).isEqualTo(Mode.PAUSED);
        playback.seek(Long.MIN_VALUE);
        assertThat(track.moment()).hasValue(0);
        playback.seek(Long.MAX_VALUE);
        assertThat(track.moment()).hasValue(60 * S);
    }

    @Test
    void shouldStandStillInThePastWhileTheRunGoesOnAndBeLiveAgainWhenAskedTo() {
        open(60 * S, true);
        playback.live();
        playback.seek(10 * S);
        assertThat(playback.state().mode()).isEqualTo(Mode.PAUSED);
        track.tell(90 * S, true, true);
        assertThat(track.moment()).hasValue(10 * S);
        assertThat(playback.state().endNs()).isEqualTo(90 * S);
        playback.live();
        assertThat(track.moment()).isEmpty();
        playback.seek(20 * S);
        playback.seek(90 * S);
        assertThat(track.moment()).as("the end of a run that grows").isEmpty();
    }

    @Test
    void shouldHandStepsToTheFirstRunOnly() {
        Playback.Track second = playback.track();
        open(60 * S, false);
        second.tell(30 * S, false, true);
        playback.step(2);
        playback.step(-5);
        assertThat(second.takeSteps()).isZero();
        assertThat(track.takeSteps()).isEqualTo(-3);
        assertThat(track.takeSteps()).isZero();
        track.stepTo(7 * S);
        assertThat(track.moment()).hasValue(7 * S);
        assertThat(playback.state().mode()).isEqualTo(Mode.PAUSED);
    }

    @Test
    void shouldStayAtTheEndOfTheShorterOfTwoRuns() {
        Playback.Track second = playback.track();
        open(60 * S, false);
        second.tell(30 * S, false, true);
        playback.seek(45 * S);
        assertThat(track.moment()).hasValue(45 * S);
        assertThat(second.moment()).hasValue(30 * S);
    }

    @Test
    void shouldShowEverythingOfRunsWithoutAClock() {
        track.tell(0, false, false);
        playback.seek(5 * S);
        playback.play();
        assertThat(track.moment()).isEmpty();
        assertThat(playback.state()).isEqualTo(new Playback.State(Mode.LIVE, 0, 0, 1, false, false, false));
    }

    @Test
    void shouldMoveByPartsOfTheLength() {
        open(200 * S, false);
        playback.pause();
        playback.move(0.1);
        assertThat(momentS()).isEqualTo(20);
        playback.move(-0.01);
        assertThat(momentS()).isEqualTo(18);
    }

    @Test
    void shouldTellWhoListensOfEveryChangeButNotOfTime() {
        List<String> told = new ArrayList<>();
        playback.listener(() -> told.add(""));
        open(60 * S, false);
        nowNs += S;
        playback.state();
        assertThat(told).isEmpty();
        playback.pause();
        playback.seek(3);
        playback.live();
        assertThat(told).hasSize(3);
    }

    @Test
    void shouldStayWithinTheRunWhateverIsDone() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        long length = 10 * S;
        boolean grows = true;
        open(length, grows);
        for (int i = 0; i < 20_000; i++) {
            nowNs += random.nextInt(1_000_000_000);
            switch (random.nextInt(9)) {
                case 0 -> playback.seek(random.nextLong());
                case 1 -> playback.seek(random.nextInt(20) * S);
                case 2 -> playback.play();
                case 3 -> playback.pause();
                case 4 -> playback.nextSpeed(random.nextInt(3) - 1);
                case 5 -> playback.move(random.nextDouble() - 0.5);
                case 6 -> playback.loop(random.nextBoolean());
                case 7 -> playback.live();
                default -> {
                    length += grows ? random.nextInt(1_000_000_000) : 0;
                    grows &= random.nextInt(5_000) != 0;
                    track.tell(length, grows, true);
                }
            }
            assertThat(playback.state().momentNs()).as("seed %d", seed).isBetween(0L, length);
        }
    }
}
