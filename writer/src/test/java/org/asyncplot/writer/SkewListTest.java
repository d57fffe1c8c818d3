// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class SkewListTest {
    private static final int LENGTH = 20_000;
    private static final double STEPS_PER_DOUBLING = 3;

    private final long[] earlier = new long[LENGTH + 1];

    private void append() {
        SkewList list = new SkewList();
        for (int index = 1; index <= LENGTH; index++) {
            earlier[index] = list.earlier();
            list.push(index);
        }
    }

    @Test
    void shouldPointBackwardsOnly() {
        append();
        for (int index = 1; index <= LENGTH; index++) {
            assertThat(earlier[index]).isBetween(0L, index - 1L);
        }
    }

    @Test
    void shouldReachEveryPlaceInStepsThatGrowWithTheLogarithm() {
        append();
        double most = STEPS_PER_DOUBLING * Math.log(LENGTH) / Math.log(2);
        for (int wanted = 1; wanted <= LENGTH; wanted++) {
            int at = LENGTH;
            int steps = 0;
            while (at > wanted) {
                at = earlier[at] >= wanted ? (int) earlier[at] : at - 1;
                steps++;
            }
            assertThat(at).isEqualTo(wanted);
            assertThat((double) steps).as("steps to %d", wanted).isLessThan(most);
        }
    }
}
