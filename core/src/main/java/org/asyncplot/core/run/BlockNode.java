// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.run;

import org.agrona.concurrent.UnsafeBuffer;
import org.asyncplot.core.format.BlockSummary;
import org.asyncplot.core.format.SignalBlock;
import org.asyncplot.core.format.Stretch;
import org.asyncplot.core.queue.Region;

/** A block that is open, with its summary: that in the run, or where it has none, one made here. Under the monitor of its {@link BlockTree}. */
public final class BlockNode implements BlockTree.Opened {
    private final Region region;
    private final SignalBlock block;
    private final boolean time;
    private BlockSummary summary;

    BlockNode(Region region, boolean time) {
        this.region = region;
        this.block = new SignalBlock(region.buffer());
        this.time = time;
    }

    /**
     * The block.
     *
     * @return in place
     */
    public SignalBlock block() {
        return block;
    }

    /**
     * The summary of the first samples.
     *
     * @param count    how many
     * @param complete whether there will never be more in this block
     * @return summary of as many samples, null while the block grows
     */
    public BlockSummary summary(int count, boolean complete) {
        if (summary != null && summary.count() == count) {
            return summary;
        }
        BlockSummary sealed = block.summary().orElse(null);
        if (sealed != null && sealed.count() == count) {
            summary = sealed;
        } else if (block.count() == count && (complete || count == block.capacity())) {
            UnsafeBuffer buffer = new UnsafeBuffer(new byte[(int) BlockSummary.length(block.capacity(), block.columns())]);
            summary = new BlockSummary(buffer, 0, block.capacity(), block.columns());
            summary.write(block, count, new Stretch(block.columns(), time));
        } else {
            return null;
        }
        return summary;
    }

    @Override
    public void close() {
        region.close();
    }
}
