// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import java.time.Instant;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.asyncplot.core.run.ElementType;

/**
 * A frame being filled, in the mapped memory that viewers will read. Fill it, then {@link #commit()}; until then nobody sees it.
 *
 * <pre>
 * FrameClaim claim = waveform.claim();
 * for (int i = 0; i &lt; claim.length(); i++) {
 *     claim.set(i, Math.sin(i * 0.1));
 * }
 * claim.commit();
 * </pre>
 * Where filling may throw, close it: a claim that was not committed is given up.
 * <pre>
 * try (FrameClaim claim = image.claim()) {
 *     solver.writeTo(claim);
 *     claim.commit();
 * }
 * </pre>
 * Belongs to the thread of its channel; not to be used after commit or abort. Where plotting is off, the memory is the heap's and the
 * frame is dropped and counted at the end.
 */
public final class FrameClaim implements AutoCloseable {
    private final FrameStore store;
    private final ElementType type;
    private final int length;
    private final UnsafeBuffer elements = new UnsafeBuffer(0, 0);
    private final Demand demand;
    private final Confinement confinement;
    private FrameStore.Prepared frame;
    private byte[] scratch;
    private boolean open;
    private boolean due;
    private long number;

    FrameClaim(String channel, FrameStore store, ElementType type, int length, Demand demand) {
        this.confinement = new Confinement(channel);
        this.demand = demand;
        this.store = store;
        this.type = type;
        this.length = length;
    }

    FrameClaim begin() {
        if (open) {
            abort();
        }
        assert confinement.enter();
        due = demand.isDue();
        frame = store == null || !due ? null : store.take();
        if (frame != null) {
            elements.wrap(frame.frame().buffer(), frame.frame().elementsOffset(), length * type.bytes());
        } else {
            scratch = scratch == null ? new byte[length * type.bytes()] : scratch;
            elements.wrap(scratch);
        }
        open = true;
        return this;
    }

    /**
     * How many elements the frame has room for.
     *
     * @return elements; rows times columns for an image
     */
    public int length() {
        return length;
    }

    /**
     * Writes one element, converted to the channel's type as a Java cast does.
     *
     * @param element from 0; row times columns plus column for an image
     * @param value   its value
     */
    public void set(int element, double value) {
        switch (type) {
            case FLOAT64 -> elements.putDouble(element << 3, value);
            case FLOAT32 -> elements.putFloat(element << 2, (float) value);
            case INT64 -> elements.putLong(element << 3, (long) value);
            case INT32 -> elements.putInt(element << 2, (int) value);
            case UINT8 -> elements.putByte(element, (byte) (int) value);
        }
    }

    /**
     * The elements, in the machine's byte order.
     *
     * @return a window on the mapped memory; not to be used after commit or abort
     */
    public MutableDirectBuffer buffer() {
        return elements;
    }

    /** Makes the whole frame visible. */
    public void commit() {
        commit(length);
    }

    /**
     * Makes the frame visible.
     *
     * @param filled how many elements a waveform has this time, 0 to {@link #length()}; an image is always whole
     */
    public void commit(int filled) {
        if (!open) {
            return;
        }
        if (frame == null) {
            loseIfDue();
        } else {
            demand.met();
            frame.frame().publish(number++, Recording.epochNs(Instant.now()), Math.max(0, Math.min(filled, length)));
            store.countPublished(number);
        }
        end();
    }

    /** A frame that came too soon was not asked for; one without room is lost. */
    private void loseIfDue() {
        if (due && store != null) {
            store.drop();
        }
    }

    Demand demand() {
        return demand;
    }

    /** Gives the frame up: nobody will see it, and it does not count as dropped. */
    public void abort() {
        if (open) {
            end();
        }
    }

    private void end() {
        open = false;
        elements.wrap(0, 0);
        if (frame != null) {
            store.retire(frame);
            frame = null;
        }
        assert confinement.leave();
    }

    @Override
    public void close() {
        abort();
    }
}
