// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.asyncplot.core.format.Frame;
import org.asyncplot.core.queue.QueueReader;
import org.asyncplot.core.queue.Region;
import org.asyncplot.core.queue.RunException;
import org.asyncplot.core.run.FrameChannel;
import org.asyncplot.core.run.Run;
import org.asyncplot.core.run.RunState;
import org.asyncplot.core.run.Runs;
import org.asyncplot.core.run.Samples;
import org.asyncplot.core.run.SignalChannel;

/**
 * What a killed process left behind, compared with its oracle. A kill may fall between a sample and the word to the oracle, so there may be
 * one more of each than the oracle says; one less is lost.
 *
 * @param begun     whether anything was published
 * @param amidFrame whether the kill fell into the writing of a frame
 */
record KilledRun(boolean begun, boolean amidFrame) {
    private static final List<String> NAMES = List.of("a", "row", "all", "latest");

    /** Looks at every sample and every frame. */
    static KilledRun look(Path runs, KillOracle oracle, String round) {
        boolean begun = oracle.published(KillOracle.SAMPLES) + oracle.published(KillOracle.FRAMES) > 0;
        try (Run run = Run.open(new Runs(runs).find(KilledComputation.NAME))) {
            assertThat(run.state()).as(round).isEqualTo(RunState.DIED);
            assertThat(run.endReason()).isEmpty();
            assertThat(begun ? NAMES : NAMES.subList(0, run.channels().size())).as(round)
                .isEqualTo(run.channels().stream().map(org.asyncplot.core.run.Channel::name).toList());
            for (int channel = 0; channel < run.channels().size(); channel++) {
                assertThat(run.channels().get(channel).count()).as("%s, %s", round, NAMES.get(channel))
                    .isBetween(oracle.published(channel), oracle.published(channel) + 1);
                assertThat(run.channels().get(channel).dropped()).isZero();
            }
            return new KilledRun(begun, run.channels().size() == NAMES.size() && assertWhole(run, round));
        } catch (RunException nothingYet) {
            if (begun) {
                throw nothingYet;
            }
            assertThat(nothingYet.kind()).as("%s: %s", round, nothingYet.getMessage() + nothingYet.getCause()).isIn(RunException.Kind.MISSING, RunException.Kind.NOT_A_RUN);
            return new KilledRun(false, false);
        }
    }

    private static boolean assertWhole(Run run, String round) {
        assertSamples(run.signal("a"), round);
        assertSamples(run.signal("row"), round);
        boolean amid = assertFrames((FrameChannel) run.channels().get(KillOracle.FRAMES), run.directory(), round);
        return amid | assertFrames((FrameChannel) run.channels().get(KillOracle.LATEST), run.directory(), round);
    }

    private static void assertSamples(SignalChannel signal, String round) {
        Samples samples = signal.pin();
        for (long i = 0; i < samples.count(); i++) {
            double y = KilledComputation.y(i);
            boolean whole = samples.x(i, 0) == i && samples.y(0, i) == y && (signal.columns().size() == 1 || samples.y(1, i) == -y);
            if (!whole) {
                throw new AssertionError(round + ": sample " + i + " of '" + signal.name() + "' is torn");
            }
        }
    }

    /** From the newest backwards; whether one of them was being written. */
    private static boolean assertFrames(FrameChannel channel, Path directory, String round) {
        if (channel.newest().isEmpty()) {
            return false;
        }
        boolean amid = false;
        try (QueueReader reader = QueueReader.open(directory)) {
            Frame newest = channel.newest().get();
            assertFrame(newest, channel.count() - 1, round);
            long expected = channel.count() - 2;
            for (long index = newest.previousFrame(); index != 0; expected--) {
                try (Region region = reader.at(index)) {
                    Frame frame = new Frame(region.buffer());
                    amid |= !frame.isPublished();
                    if (frame.isPublished()) {
                        assertFrame(frame, expected, round);
                    }
                    index = frame.previousFrame();
                }
            }
        }
        return amid;
    }

    private static void assertFrame(Frame frame, long number, String round) {
        assertThat(frame.number()).as(round).isEqualTo(number);
        assertThat(frame.filled()).as(round).isEqualTo(KilledComputation.FRAME_LENGTH);
        for (int element = 0; element < frame.filled(); element++) {
            double found = frame.buffer().getDouble(frame.elementsOffset() + (element << 3));
            if (found != KilledComputation.y(number) + element) {
                throw new AssertionError(round + ": frame " + number + " is torn at " + element);
            }
        }
    }

    static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
