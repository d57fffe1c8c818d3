// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.ingest;

import java.io.IOException;
import java.io.Reader;

/** Rows of fields between runs of spaces and tabs, as awk splits them; a field in double quotes may hold blanks. */
final class BlankRows implements Rows {
    private static final int READ_CHARS = 8192;

    private final Reader reader;
    private final FieldHandler handler;
    private char[] chars = new char[2 * READ_CHARS];
    private int begin;
    private int length;
    private long line;
    private boolean skipLineFeed;

    BlankRows(Reader reader, FieldHandler handler) {
        this.reader = reader;
        this.handler = handler;
    }

    @Override
    public boolean next() throws IOException {
        int at = begin;
        while (true) {
            if (skipLineFeed && at == begin && at < length) {
                skipLineFeed = false;
                if (chars[at] == '\n') {
                    begin = ++at;
                }
            }
            while (at < length && chars[at] != '\n' && chars[at] != '\r') {
                at++;
            }
            boolean complete = at < length;
            if (!complete) {
                int scanned = at - begin;
                if (fill()) {
                    at = begin + scanned;
                    continue;
                }
                if (begin == length) {
                    return false;
                }
            }
            int from = begin;
            skipLineFeed = complete && chars[at] == '\r';
            begin = complete ? at + 1 : at;
            handler.begin(++line);
            if (split(from, at) > 0) {
                return true;
            }
            at = begin;
        }
    }

    private boolean fill() throws IOException {
        if (length - begin > MAX_FIELD_CHARS) {
            throw new IngestException("line " + (line + 1) + " is longer than " + MAX_FIELD_CHARS + " characters: is this a table?");
        }
        if (chars.length - length < READ_CHARS) {
            char[] room = length - begin > chars.length / 2 ? new char[2 * chars.length] : chars;
            System.arraycopy(chars, begin, room, 0, length - begin);
            length -= begin;
            begin = 0;
            chars = room;
        }
        int count = reader.read(chars, length, READ_CHARS);
        length += Math.max(count, 0);
        return count >= 0;
    }

    private int split(int from, int to) {
        int fields = 0;
        int at = Word.skipBlanks(chars, from, to);
        if (at < to && chars[at] == '#') {
            return 0;
        }
        while (at < to) {
            if (fields == MAX_FIELDS) {
                throw new IngestException("line " + line + " has more than " + MAX_FIELDS + " fields: is this a table?");
            }
            boolean quoted = chars[at] == '"';
            int start = quoted ? at + 1 : at;
            int end = start;
            while (end < to && (quoted ? chars[end] != '"' : chars[end] != ' ' && chars[end] != '\t')) {
                end++;
            }
            handler.field(fields++, chars, start, end - start);
            at = Word.skipBlanks(chars, quoted && end < to ? end + 1 : end, to);
        }
        return fields;
    }
}
