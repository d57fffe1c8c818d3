// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.ingest;

/**
 * Decodes UTF-8 that comes in pieces. Bytes that are none become U+FFFD, and the line of the first is kept (lines end by LF); a
 * byte order mark at the beginning is dropped. The states and ranges are those of the WHATWG Encoding Standard, section 8.1.1. One thread.
 */
final class Utf8Decoder {
    private static final char REPLACEMENT = '\ufffd';
    private static final char BYTE_ORDER_MARK = '\ufeff';

    /** A piece of n bytes makes at most n chars, and this many more for what the piece before left. */
    static final int EXTRA_CHARS = 2;

    private int codePoint;
    private int needed;
    private int lower;
    private int upper;
    private boolean atStart = true;
    private long line = 1;
    private long firstBadLine;

    /** The line of the first bytes that were no UTF-8, counted from 1; 0 if there were none. */
    long firstBadLine() {
        return firstBadLine;
    }

    /**
     * Decodes the next piece.
     *
     * @param bytes  the bytes
     * @param length how many of them, from the first on
     * @param chars  room for length plus {@link #EXTRA_CHARS}
     * @return how many chars they made
     */
    int decode(byte[] bytes, int length, char[] chars) {
        int out = 0;
        int in = 0;
        while (in < length) {
            if (needed == 0) {
                byte b;
                long lines = 0;
                while (in < length && (b = bytes[in]) >= 0) {
                    chars[out++] = (char) b;
                    lines += b == '\n' ? 1 : 0;
                    in++;
                }
                line += lines;
                if (out > 0) {
                    atStart = false;
                }
                if (in < length && !lead(bytes[in++] & 0xff)) {
                    chars[out++] = bad();
                }
            } else {
                int b = bytes[in] & 0xff;
                if (b < lower || b > upper) {
                    // The byte may begin a character of its own: looked at again.
                    needed = 0;
                    chars[out++] = bad();
                } else {
                    in++;
                    out = continuation(b, chars, out);
                }
            }
        }
        return out;
    }

    /** What is left at the end of the input: the chars it makes, 0 or 1 of them. */
    int finish(char[] chars) {
        if (needed == 0) {
            return 0;
        }
        needed = 0;
        chars[0] = bad();
        return 1;
    }

    private boolean lead(int b) {
        lower = 0x80;
        upper = 0xbf;
        if (b >= 0xc2 && b <= 0xdf) {
            needed = 1;
            codePoint = b & 0x1f;
        } else if (b >= 0xe0 && b <= 0xef) {
            needed = 2;
            codePoint = b & 0xf;
            lower = b == 0xe0 ? 0xa0 : lower;
            upper = b == 0xed ? 0x9f : upper;
        } else if (b >= 0xf0 && b <= 0xf4) {
            needed = 3;
            codePoint = b & 0x7;
            lower = b == 0xf0 ? 0x90 : lower;
            upper = b == 0xf4 ? 0x8f : upper;
        } else {
            return false;
        }
        return true;
    }

    private int continuation(int b, char[] chars, int at) {
        lower = 0x80;
        upper = 0xbf;
        codePoint = codePoint << 6 | b & 0x3f;
        if (--needed > 0) {
            return at;
        }
        boolean mark = atStart && codePoint == BYTE_ORDER_MARK;
        atStart = false;
        return mark ? at : at + Character.toChars(codePoint, chars, at);
    }

    private char bad() {
        atStart = false;
        if (firstBadLine == 0) {
            firstBadLine = line;
        }
        return REPLACEMENT;
    }
}
