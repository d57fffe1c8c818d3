// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import org.asyncplot.core.format.SignalBlock;

/**
 * Where a signal's samples go: the block in use, how far it is filled, and the slow way to the next one. The computing thread's alone. The
 * fields are open to the signals in this package, since every store counts there.
 */
final class SampleSink {
    final int columns;
    /** The block in use; null only while limit is 0. */
    SignalBlock block;
    /** Samples published in it. */
    int position;
    /** Samples that fit; 0 sends every add the slow way. */
    int limit;

    final Confinement confinement;

    private final BlockSupply supply;
    private volatile boolean ended;

    /** A sink of a plot that is on, or with a null supply one that counts what it drops. */
    SampleSink(String channel, BlockSupply supply, int columns) {
        this.confinement = new Confinement(channel);
        this.supply = supply;
        this.columns = columns;
        use(supply == null ? null : supply.first());
        if (supply != null) {
            supply.serves(this);
        }
    }

    /** The place of the next sample, or -1 if it is dropped; then {@link #publish} is not called. */
    int begin() {
        assert confinement.enter();
        if (position < limit || next(1)) {
            return position;
        }
        assert confinement.leave();
        return -1;
    }

    /** Goes on to the next block; false, and the samples that remain are counted as dropped, if there is none. */
    boolean next(long remaining) {
        SignalBlock taken = supply == null || ended ? null : supply.take();
        if (taken == null) {
            drop(remaining);
            return false;
        }
        use(taken);
        return true;
    }

    private void use(SignalBlock taken) {
        if (taken != null) {
            block = taken;
            position = 0;
            limit = ended ? 0 : taken.capacity();
        }
    }

    private void drop(long samples) {
        if (supply != null) {
            supply.drop(samples);
        }
    }

    /** Writes y if the signal has that column. */
    void y(int column, int sample, double y) {
        if (column < columns) {
            block.y(column, sample, y);
        }
    }

    /** NaN for the columns that a row did not name: zero would be a lie. */
    void fill(int sample, int from) {
        for (int column = from; column < columns; column++) {
            block.y(column, sample, Double.NaN);
        }
    }

    void publish(int sample, int given) {
        fill(sample, given);
        position = sample + 1;
        block.publish(sample + 1);
        assert confinement.leave();
    }

    /**
     * The next add goes on in the next block. Called by the agent at a roll. Where the computing thread takes a block at the same time this
     * may be lost, or leave that block before it is full; both do no harm.
     */
    void sendOn() {
        limit = 0;
    }

    /** After close: what is added from now on is dropped. Called by the closing thread; a thread in the middle of an add finishes it. */
    void end() {
        ended = true;
        limit = 0;
    }
}
