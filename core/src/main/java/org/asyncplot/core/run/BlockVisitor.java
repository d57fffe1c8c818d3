// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.run;

import org.asyncplot.core.format.SignalBlock;

/** Takes samples block by block. */
@FunctionalInterface
public interface BlockVisitor {
    /**
     * Some samples of a block.
     *
     * @param block       in place, valid for the call
     * @param from        the first of them in the block
     * @param to          behind the last
     * @param firstSample number of the block's first sample
     */
    void block(SignalBlock block, int from, int to, long firstSample);
}
