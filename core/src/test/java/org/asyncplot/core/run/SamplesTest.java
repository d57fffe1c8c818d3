// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.UnsafeBuffer;
import org.asyncplot.core.format.SignalBlock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class SamplesTest {
    private static final int CAPACITY = 4;

    private final List<SignalBlock> blocks = new ArrayList<>();
    private final List<BlockX> known = new ArrayList<>();
    private int count;

    private void add(double... values) {
        for (double x : values) {
            if (count % CAPACITY == 0) {
                UnsafeBuffer buffer = new UnsafeBuffer(new byte[SignalBlock.length(CAPACITY, 1)]);
                SignalBlock.encode(buffer, 0, CAPACITY, 1, 0);
                SignalBlock block = new SignalBlock(buffer);
                block.firstSample(count);
                blocks.add(block);
            }
            SignalBlock newest = blocks.get(blocks.size() - 1);
            newest.x(count % CAPACITY, x);
            newest.publish(count % CAPACITY + 1);
            count++;
        }
    }

    private Samples pin() {
        return HeapSamples.pinned(blocks, count, XType.NUMBER, known);
    }

    @Test
    void shouldSayTheSameOfAnEarlierPinAfterALaterOneWasAsked() {
        add(5, 6, 7, 8, 9);
        Samples early = pin();
        add(10, 3, 20, 21, 22, 23, 24, 25);
        assertThat(pin().x()).isEqualTo(new BlockX(5, 25, 3, 25, false));
        assertThat(early.x()).isEqualTo(new BlockX(5, 9, 5, 9, true));
        assertThat(early.firstSample(early.blockCount())).isEqualTo(5);
    }

    @Test
    void shouldLookAtAFullBlockOnlyOnce() {
        add(1, 2, 3, 4, 5);
        assertThat(pin().x().smallest()).isEqualTo(1);
        blocks.get(0).x(0, -100);
        add(6, 7, 8, 9);
        assertThat(pin().x().smallest()).isEqualTo(1);
    }

    @Test
    void shouldSeeXGoBackwardsFromOneBlockToTheNext() {
        add(1, 2, 3, 4, 3.5);
        assertThat(pin().x().sorted()).isFalse();
    }

    @Test
    void shouldKnowNothingOfNoSamples() {
        assertThat(pin().x()).isEqualTo(BlockX.NONE);
    }
}
