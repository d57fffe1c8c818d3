// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import java.util.ArrayDeque;

/**
 * Where a new document of a chain points to besides the one before it, so that whoever follows the pointers finds a place in a chain of n in
 * O(log n) steps: a skew-binary random-access list (Myers, 1983). Whoever appends, under the recording's lock.
 */
final class SkewList {
    /** Complete trees, the newest first. */
    private final ArrayDeque<Tree> trees = new ArrayDeque<>();

    private record Tree(long size, long head) {
    }

    /** What the next document points to; 0 for nothing. */
    long earlier() {
        if (!newestTwoAreEqual()) {
            return trees.isEmpty() ? 0 : trees.peek().head();
        }
        return trees.stream().skip(2).mapToLong(Tree::head).findFirst().orElse(0);
    }

    /** The next document is there. */
    void push(long index) {
        long size = newestTwoAreEqual() ? 1 + trees.pop().size() + trees.pop().size() : 1;
        trees.push(new Tree(size, index));
    }

    private boolean newestTwoAreEqual() {
        return trees.size() > 1 && trees.stream().limit(2).mapToLong(Tree::size).distinct().count() == 1;
    }
}
