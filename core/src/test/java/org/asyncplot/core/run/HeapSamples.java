// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.run;

import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.asyncplot.core.format.SignalBlock;

/** Samples in blocks on the heap, laid out as in a file. */
public final class HeapSamples {
    private HeapSamples() {
    }

    public static Samples of(int blockCapacity, double[] x, double[]... y) {
        List<SignalBlock> blocks = new ArrayList<>();
        for (int first = 0; first < x.length; first += blockCapacity) {
            SignalBlock block = block(blockCapacity, y.length, first);
            int count = Math.min(blockCapacity, x.length - first);
            for (int i = 0; i < count; i++) {
                block.x(i, x[first + i]);
                for (int column = 0; column < y.length; column++) {
                    block.y(column, i, y[column][first + i]);
                }
            }
            block.publish(count);
            blocks.add(block);
        }
        return pinned(blocks, x.length, XType.NUMBER, new ArrayList<>());
    }

    public static Samples times(int blockCapacity, long[] timesNs, double[] y) {
        List<SignalBlock> blocks = new ArrayList<>();
        for (int first = 0; first < timesNs.length; first += blockCapacity) {
            SignalBlock block = block(blockCapacity, 1, first);
            int count = Math.min(blockCapacity, timesNs.length - first);
            for (int i = 0; i < count; i++) {
                block.timeNs(i, timesNs[first + i]);
                block.y(0, i, y[first + i]);
            }
            block.publish(count);
            blocks.add(block);
        }
        return pinned(blocks, timesNs.length, XType.TIME, new ArrayList<>());
    }

    static Samples pinned(List<SignalBlock> blocks, long count, XType type, List<BlockX> known) {
        return new Samples(blocks.toArray(SignalBlock[]::new), blocks.stream().mapToLong(SignalBlock::firstSample).toArray(), blocks.size(),
            count, type, known);
    }

    private static SignalBlock block(int capacity, int columns, long first) {
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[SignalBlock.length(capacity, columns)]);
        SignalBlock.encode(buffer, 0, capacity, columns, 0);
        SignalBlock block = new SignalBlock(buffer);
        block.firstSample(first);
        return block;
    }
}
