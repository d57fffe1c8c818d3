// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The characters of an input, as they come. A daemon thread of its own reads and decodes, so that the reading side can wait with a limit
 * (an {@link InputStream} cannot) and can end although the input stays silent, and so that decoding runs beside parsing. Reading returns
 * what is there, at least one character; it never waits for more. One reading thread; {@link #stop()} from any.
 */
final class TextFeed extends Reader {
    private static final int BLOCK_BYTES = 1 << 16;
    private static final int BLOCKS = 16;

    /**
     * After a stop, input that comes in pieces closer than this is still taken: what the producer wrote before the same Ctrl-C ended it.
     */
    private static final long STOP_IDLE_NS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long STOP_LIMIT_NS = TimeUnit.MILLISECONDS.toNanos(300);

    /** A piece of text on its way; owned by one thread at a time. */
    private static final class Block {
        private final char[] chars;
        private int length;
        private boolean last;
        private Throwable failure;

        private Block(int capacity) {
            chars = new char[capacity];
        }
    }

    private final InputStream input;
    private final BlockingQueue<Block> filled = new ArrayBlockingQueue<>(BLOCKS + 1);
    private final BlockingQueue<Block> free = new ArrayBlockingQueue<>(BLOCKS);
    private final Block wake = new Block(0);
    private final Thread thread = new Thread(this::fill, "asyncplot-ingest");

    private volatile long firstBadLine;
    private volatile boolean stopping;
    private volatile long stopAtNs;
    private boolean cut;

    private Block current = wake;
    private int position;

    /** Begins to read; the input stays the caller's to close. */
    TextFeed(InputStream input) {
        this.input = input;
        thread.setDaemon(true);
        thread.start();
    }

    /** The line of the first bytes that are no UTF-8, known before any character of that line is read; 0 if none so far. */
    long firstBadLine() {
        return firstBadLine;
    }

    /** Ends the input soon: what was read, or comes without a pause within the next 0.3 s, is still handed on. */
    void stop() {
        stopAtNs = System.nanoTime() + STOP_LIMIT_NS;
        stopping = true;
        // If there is no room, nobody waits.
        filled.offer(wake);
    }

    /** Whether the end that was reported is that of a stop, so that the last row may be incomplete. */
    boolean cut() {
        return cut;
    }

    @Override
    public int read(char[] chars, int offset, int length) throws IOException {
        int count;
        do {
            count = poll(chars, offset, length, TimeUnit.DAYS.toNanos(1));
        } while (count == 0);
        return count;
    }

    /**
     * Reads what is there, waiting for it so long at most.
     *
     * @return how many characters, 0 if none came in time, -1 at the end
     */
    int poll(char[] chars, int offset, int length, long timeoutNs) throws IOException {
        while (position == current.length) {
            if (current.last && current.failure != null) {
                throw new IOException(current.failure.getMessage(), current.failure);
            }
            if (current.last || cut) {
                return -1;
            }
            boolean whileStopping = stopping;
            Block next = next(whileStopping ? Math.min(STOP_IDLE_NS, stopAtNs - System.nanoTime()) : timeoutNs);
            if (next != null) {
                advance(next);
            } else if (whileStopping) {
                cut = true;
            } else if (!stopping) {
                return 0;
            }
        }
        int count = Math.min(length, current.length - position);
        System.arraycopy(current.chars, position, chars, offset, count);
        position += count;
        return count;
    }

    private Block next(long waitNs) throws IOException {
        try {
            return filled.poll(waitNs, TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    private void advance(Block next) {
        if (current != wake) {
            free.add(current);
        }
        current = next;
        position = 0;
    }

    /** Lets the reading thread go; a read of the input that waits inside it ends with the input or the process. */
    @Override
    public void close() {
        thread.interrupt();
    }

    private void fill() {
        Utf8Decoder decoder = new Utf8Decoder();
        byte[] bytes = new byte[BLOCK_BYTES];
        int made = 0;
        boolean last = false;
        try {
            while (!last && !(stopping && System.nanoTime() - stopAtNs > 0)) {
                Block block = free.poll();
                if (block == null && made < BLOCKS) {
                    block = new Block(BLOCK_BYTES + Utf8Decoder.EXTRA_CHARS);
                    made++;
                } else if (block == null) {
                    block = free.take();
                }
                block.length = 0;
                try {
                    int count = input.read(bytes);
                    last = count < 0;
                    block.length = last ? decoder.finish(block.chars) : decoder.decode(bytes, count, block.chars);
                } catch (IOException | RuntimeException | Error failed) {
                    last = true;
                    block.failure = failed;
                }
                block.last = last;
                firstBadLine = decoder.firstBadLine();
                filled.put(block);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }
}
