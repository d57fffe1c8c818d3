// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.asyncplot.core.format.BlockIndex;
import org.asyncplot.core.format.BlockSummary;
import org.asyncplot.core.format.ChannelDefinition;
import org.asyncplot.core.format.ClockBlock;
import org.asyncplot.core.format.RunHeader;
import org.asyncplot.core.format.SignalBlock;
import org.asyncplot.core.format.StretchFacts;
import org.asyncplot.core.queue.QueueReader;
import org.asyncplot.core.queue.Region;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the agent leaves behind for readers: summaries of full blocks, indexes of three levels, a clock. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SealerTest {
    private static final int SAMPLES = 4_000_000;

    @TempDir
    Path runs;
    private Path directory;

    @BeforeEach
    void record() {
        try (Plot plot = Plot.open(new PlotContext().name("sealed").runsDirectory(runs))) {
            directory = plot.directory().orElseThrow();
            Signal signal = plot.signal("a", "");
            for (int i = 0; i < SAMPLES; i++) {
                signal.add(i, i == 1_000_000 ? Double.NaN : i % 1000);
            }
        }
    }

    @Test
    void shouldSealEveryBlockThatTheComputationHasLeft() {
        try (QueueReader reader = QueueReader.open(directory)) {
            ChannelDefinition definition = definition(reader);
            int unsealed = 0;
            long next = SAMPLES;
            for (long index = definition.newestBlock(); index != 0;) {
                try (Region region = reader.at(index)) {
                    SignalBlock block = new SignalBlock(region.buffer());
                    BlockSummary summary = block.summary().orElseThrow();
                    if (block.count() > 0 && summary.count() == 0) {
                        unsealed++;
                    } else if (block.count() > 0) {
                        assertThat(summary.count()).isEqualTo(block.count());
                        boolean gap = block.firstSample() <= 1_000_000 && 1_000_000 < block.firstSample() + block.count();
                        assertThat(StretchFacts.finite(summary.buffer(), summary.offset(), 0)).isEqualTo(block.count() - (gap ? 1 : 0));
                    }
                    next -= block.count();
                    index = block.previousBlock();
                }
            }
            assertThat(next).isZero();
            assertThat(unsealed).as("the block in use").isEqualTo(1);
        }
    }

    @Test
    void shouldListBlocksInIndexesThatFollowEachOther() {
        try (QueueReader reader = QueueReader.open(directory)) {
            ChannelDefinition definition = definition(reader);
            long following = Long.MAX_VALUE;
            int indexes = 0;
            for (long index = definition.newestIndex(1); index != 0; indexes++) {
                try (Region region = reader.at(index)) {
                    BlockIndex found = new BlockIndex(region.buffer(), definition.id(), 1, 1);
                    for (int row = 0; row < BlockIndex.ROWS; row++) {
                        try (Region block = reader.at(found.index(row), found.position(row))) {
                            SignalBlock listed = new SignalBlock(block.buffer());
                            assertThat(listed.firstSample()).isEqualTo(found.firstSample(row));
                            assertThat((long) listed.count()).isEqualTo(found.count(row));
                        }
                    }
                    long end = found.firstSample(BlockIndex.ROWS - 1) + found.count(BlockIndex.ROWS - 1);
                    assertThat(end).isEqualTo(following == Long.MAX_VALUE ? end : following);
                    following = found.firstSample(0);
                    index = found.previous();
                }
            }
            assertThat(following).isZero();
            assertThat(indexes).isEqualTo(7);
        }
    }

    @Test
    void shouldNoteWhenAChannelHadGrownHowFar() {
        try (QueueReader reader = QueueReader.open(directory)) {
            long laterNs = Long.MAX_VALUE;
            long more = SAMPLES + 1;
            int rows = 0;
            for (long index = definition(reader).newestClock(); index != 0;) {
                try (Region region = reader.at(index)) {
                    ClockBlock clock = new ClockBlock(region.buffer());
                    for (int row = clock.count() - 1; row >= 0; row--, rows++) {
                        assertThat(clock.timeNs(row)).isLessThan(laterNs);
                        assertThat(clock.published(row)).isLessThan(more);
                        if (rows == 0) {
                            assertThat(clock.published(row)).isEqualTo(SAMPLES);
                        }
                        laterNs = clock.timeNs(row);
                        more = clock.published(row);
                    }
                    assertThat(clock.firstNs()).isEqualTo(laterNs);
                    index = clock.previous();
                }
            }
            assertThat(rows).isPositive();
        }
    }

    private static ChannelDefinition definition(QueueReader reader) {
        Region header = reader.first();
        Region definition = reader.at(new RunHeader(header.buffer()).newestDefinition());
        return new ChannelDefinition(definition.buffer());
    }
}
