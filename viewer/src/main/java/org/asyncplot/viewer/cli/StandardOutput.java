// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A standard stream whose reader may go away: what is written after {@code | head} has ended is dropped without a word, any other failure is
 * kept for the end of the command, since a PrintStream would hide it.
 */
final class StandardOutput extends OutputStream {
    private final OutputStream stream;
    private volatile IOException failure;

    /**
     * Writes through.
     *
     * @param stream the standard stream
     */
    StandardOutput(OutputStream stream) {
        this.stream = stream;
    }

    @Override
    public void write(int value) {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        if (failure == null) {
            try {
                stream.write(bytes, from, length);
            } catch (IOException broken) {
                failure = broken;
            }
        }
    }

    @Override
    public void flush() {
        if (failure == null) {
            try {
                stream.flush();
            } catch (IOException broken) {
                failure = broken;
            }
        }
    }

    /**
     * What went wrong, other than that the reader has gone.
     *
     * @return null if nothing
     */
    IOException failure() {
        return failure == null || readerGone(failure.getMessage()) ? null : failure;
    }

    static boolean readerGone(String message) {
        return message != null && (message.startsWith("Broken pipe") || message.contains("pipe is being closed")
                || message.contains("pipe has been ended"));
    }
}
