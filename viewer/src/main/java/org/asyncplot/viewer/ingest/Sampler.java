// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.ingest;

import java.io.IOException;
import java.io.Reader;
import java.util.concurrent.TimeUnit;

/**
 * The beginning of a text, gathered until it is enough to tell what the columns mean: 21 lines, or fewer when the producer pauses for 0.2
 * s. What was gathered is then read again, followed by the rest.
 */
final class Sampler extends Reader {
    private static final int ENOUGH_LINES = 21;
    private static final int ENOUGH_CHARS = 1 << 18;
    private static final long PAUSE_NS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long FOREVER_NS = TimeUnit.DAYS.toNanos(1);
    private static final int READ_CHARS = 8192;

    private final TextFeed feed;
    private final StringBuilder text = new StringBuilder();
    private final char[] piece = new char[READ_CHARS];

    private int lines;
    private int wholeLinesEnd;
    private boolean lineHasText;
    private boolean lineIsComment;
    private boolean ended;
    private boolean cut;
    private int replayed;

    Sampler(TextFeed feed) {
        this.feed = feed;
    }

    /**
     * Gathers more: at least one more line of data, unless the end comes first or nothing comes for so long.
     *
     * @param timeoutNs how long to wait for something at all
     * @return whether there is something new
     */
    boolean gather(long timeoutNs) throws IOException {
        int before = lines;
        int enough = lines + ENOUGH_LINES;
        while (!ended && lines < enough && (lines == before || text.length() < ENOUGH_CHARS)) {
            int count = feed.poll(piece, 0, piece.length, lines > before ? PAUSE_NS : Math.min(timeoutNs, FOREVER_NS));
            if (count == 0) {
                return lines > before;
            }
            ended = count < 0;
            append(count);
            if (lines == before && text.length() > Rows.MAX_FIELD_CHARS) {
                throw new IngestException("the first " + text.length() + " characters hold no row that fits; is this a table of text?");
            }
        }
        if (ended && feed.cut()) {
            // The last line may have been on its way when Ctrl-C came.
            text.setLength(wholeLinesEnd);
        }
        return true;
    }

    private void append(int count) {
        for (int i = 0; i < count; i++) {
            char c = piece[i];
            text.append(c);
            if (c == '\n' || c == '\r') {
                lines += lineHasText && !lineIsComment ? 1 : 0;
                lineHasText = false;
                lineIsComment = false;
                wholeLinesEnd = text.length();
            } else if (!lineHasText && c > ' ') {
                lineHasText = true;
                lineIsComment = c == '#';
            }
        }
    }

    /** Whether all of the input is in the sample. */
    boolean ended() {
        return ended;
    }

    /** What was gathered: whole lines, and at the end of the input what follows the last line end. */
    String sample() {
        return text.substring(0, ended ? text.length() : wholeLinesEnd);
    }

    /** Whether the row last read was ended by a stop instead of a line end. */
    boolean cut() {
        return cut;
    }

    @Override
    public int read(char[] chars, int offset, int length) throws IOException {
        if (replayed < text.length()) {
            int count = Math.min(length, text.length() - replayed);
            text.getChars(replayed, replayed + count, chars, offset);
            replayed += count;
            return count;
        }
        if (ended) {
            return -1;
        }
        int count = feed.read(chars, offset, length);
        cut = count < 0 && feed.cut();
        return count;
    }

    @Override
    public void close() {
        feed.close();
    }
}
