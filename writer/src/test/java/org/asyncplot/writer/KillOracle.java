// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Counters in a mapped file of their own, by means of the JDK alone: what a process had published when its add returned. The kernel keeps
 * them when the process is killed.
 */
final class KillOracle {
    static final int SAMPLES = 0;
    static final int ROWS = 1;
    static final int FRAMES = 2;
    static final int LATEST = 3;

    private static final int COUNTERS = 4;
    /** On lines of their own, since different threads count. */
    private static final int LINE_BYTES = 128;
    private static final VarHandle LONG = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private final ByteBuffer counters;

    private KillOracle(ByteBuffer counters) {
        this.counters = counters;
    }

    /** Opens, and makes if need be. */
    static KillOracle map(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE)) {
            return new KillOracle(channel.map(FileChannel.MapMode.READ_WRITE, 0, COUNTERS * LINE_BYTES));
        }
    }

    /** By release: neither the compiler nor the processor tells of what is not yet published. */
    void published(int counter, long count) {
        LONG.setRelease(counters, counter * LINE_BYTES, count);
    }

    long published(int counter) {
        return (long) LONG.getVolatile(counters, counter * LINE_BYTES);
    }
}
