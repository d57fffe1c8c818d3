// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.queue;

import net.openhft.chronicle.bytes.BytesStore;
import net.openhft.chronicle.core.io.ReferenceOwner;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * One document where it lies in the mapped file. The mapping stays while the region is open; touching the buffer after {@link #close()}
 * is a crash, so whoever holds a region owns it. A region may be read and written by several threads; it is closed by one.
 */
public final class Region implements AutoCloseable {
    private static final ReferenceOwner OWNER = ReferenceOwner.temporary("asyncplot-region");

    private final long index;
    private final long position;
    private final UnsafeBuffer buffer;
    private BytesStore<?, ?> store;

    private Region(long index, long position, UnsafeBuffer buffer, BytesStore<?, ?> store) {
        this.index = index;
        this.position = position;
        this.buffer = buffer;
        this.store = store;
    }

    /** Takes a reservation of its own on the mapping; the document begins 8-aligned in the file, and so in memory. */
    static Region reserve(long index, long position, BytesStore<?, ?> store, long address, int length) {
        store.reserve(OWNER);
        return new Region(index, position, new UnsafeBuffer(address, length), store);
    }

    /**
     * A document on the heap, for tests.
     *
     * @param index    to be its own
     * @param position to be its own
     * @param buffer   over an array
     * @return the region, which holds no mapping
     */
    public static Region onHeap(long index, long position, UnsafeBuffer buffer) {
        return new Region(index, position, buffer, null);
    }

    /**
     * The document's place in the queue.
     *
     * @return Chronicle index, never 0
     */
    public long index() {
        return index;
    }

    /**
     * Where in its file the document begins.
     *
     * @return position of Chronicle's four bytes before it
     */
    public long position() {
        return position;
    }

    /**
     * The document's bytes, in place, aligned to 8.
     *
     * @return the buffer; it belongs to this region
     */
    public UnsafeBuffer buffer() {
        return buffer;
    }

    @Override
    public void close() {
        BytesStore<?, ?> held = store;
        if (held != null) {
            store = null;
            buffer.wrap(0, 0);
            held.release(OWNER);
        }
    }
}
