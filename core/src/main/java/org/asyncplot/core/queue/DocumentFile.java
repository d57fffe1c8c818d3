// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.queue;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import net.openhft.chronicle.bytes.MappedBytesStore;
import net.openhft.chronicle.bytes.MappedFile;
import net.openhft.chronicle.core.io.ReferenceOwner;

/**
 * One file of a queue, mapped read-only in windows. A window is there while a region in it is open, so that what is mapped is bounded by
 * what readers hold. Belongs to {@link DocumentMaps}, which lets one thread in at a time.
 *
 * <p>A document is found by its number as Chronicle finds it: a first page of 1024 places names pages of 1024 places, each of every 16th
 * document; from there on documents are counted.
 */
final class DocumentFile {
    private static final ReferenceOwner OWNER = ReferenceOwner.temporary("asyncplot-maps");
    private static final long WINDOW_BYTES = 64L << 20;
    /** Blocks and indexes are shorter; frames need not be. */
    private static final long OVERLAP_BYTES = 16L << 20;
    /** The longest document is a quarter of the longest window that a writer may have. */
    private static final long WIDE_WINDOW_BYTES = 1L << 30;
    private static final long WIDE_OVERLAP_BYTES = WIDE_WINDOW_BYTES / 4;
    private static final int NOT_COMPLETE = 0x8000_0000;
    private static final int META_DATA = 0x4000_0000;
    private static final int LENGTH_MASK = 0x3fff_ffff;
    private static final long PAGE_PLACES = 1024;
    private static final long SPACING = 16;
    /** Codes of Chronicle's binary wire: a name, paddings by one byte and by 32 bits of length, an array of longs. */
    private static final int NAME = 0xb9;
    private static final int PADDING = 0x8f;
    private static final int PADDING32 = 0x8e;
    private static final int LONGS = 0x8d;
    private static final int LONGEST_PREAMBLE_BYTES = 64;

    private final File file;
    private final MappedFile windows;
    private MappedFile wideWindows;
    /** The window that was looked at last: without it each look would map one anew. */
    private MappedBytesStore window;
    private long windowNumber = -1;
    private long knownLength;
    /** Where the first page's places begin; 0 while there is none. */
    private long firstPage;

    private DocumentFile(File file, MappedFile windows) {
        this.file = file;
        this.windows = windows;
    }

    /** Null if the file is gone. */
    static DocumentFile open(Path path) throws IOException {
        File file = path.toFile();
        try {
            return file.exists() ? new DocumentFile(file, MappedFile.of(file, WINDOW_BYTES, OVERLAP_BYTES, true)) : null;
        } catch (FileNotFoundException retired) {
            return null;
        }
    }

    /** Asks the file system only where the length known so far is not enough: touching memory beyond it would be a fault. */
    private boolean reaches(long end) {
        if (knownLength < end) {
            // A file that was deleted has no length, but is there as long as it is mapped.
            knownLength = Math.max(knownLength, file.length());
        }
        return knownLength >= end;
    }

    /** The document that begins at a position; null if none does. */
    Region region(long index, long position) throws IOException {
        if (position < 0 || position % QueueWriter.PREFIX_BYTES != 0) {
            return null;
        }
        int word = word(position);
        long content = position + QueueWriter.PREFIX_BYTES;
        int pad = (int) (-content & 7);
        long length = (word & LENGTH_MASK) - pad;
        long end = content + pad + length;
        if (!isOurs(word) || length <= 0 || !reaches(end)) {
            return null;
        }
        boolean fits = end <= (position / WINDOW_BYTES + 1) * WINDOW_BYTES + OVERLAP_BYTES;
        if (fits) {
            return region(index, position, window(position), content + pad, length);
        }
        MappedBytesStore store = wide().acquireByteStore(OWNER, position);
        try {
            return region(index, position, store, content + pad, length);
        } finally {
            store.release(OWNER);
        }
    }

    private static Region region(long index, long position, MappedBytesStore store, long from, long length) {
        return from + length > store.start() + store.realCapacity() ? null
            : Region.reserve(index, position, store, store.addressForRead(from), (int) length);
    }

    /** What is mapped around a position, until another window is asked for. */
    private MappedBytesStore window(long position) throws IOException {
        long number = position / WINDOW_BYTES;
        if (number != windowNumber) {
            MappedBytesStore next = windows.acquireByteStore(OWNER, position);
            leaveWindow();
            window = next;
            windowNumber = number;
        }
        return window;
    }

    private void leaveWindow() {
        if (window != null) {
            window.release(OWNER);
            window = null;
            windowNumber = -1;
        }
    }

    private MappedFile wide() throws IOException {
        if (wideWindows == null) {
            wideWindows = MappedFile.of(file, WIDE_WINDOW_BYTES, WIDE_OVERLAP_BYTES, true);
        }
        return wideWindows;
    }

    private static boolean isOurs(int word) {
        return (word & (NOT_COMPLETE | META_DATA)) == 0 && word != 0;
    }

    /**
     * Where a document begins, by its number in the file; -1 if there is none by now.
     *
     * @throws RunException if the file ends before
     */
    long position(long number) throws IOException {
        long at = 0;
        long found = 0;
        long page = page(number / SPACING / PAGE_PLACES);
        for (long place = page == 0 ? -1 : number / SPACING % PAGE_PLACES; place >= 0; place--) {
            long noted = place(page, place);
            // What a killed writer has left is not believed.
            if (noted > 0 && isOurs(word(noted))) {
                at = noted;
                found = (number / SPACING / PAGE_PLACES * PAGE_PLACES + place) * SPACING;
                break;
            }
        }
        while (true) {
            int word = word(at);
            if (word == 0 || (word & NOT_COMPLETE) != 0) {
                requireWhole(at);
                return -1;
            }
            if (isOurs(word) && found++ == number) {
                return at;
            }
            long end = at + QueueWriter.PREFIX_BYTES + (word & LENGTH_MASK);
            at = end + (-end & QueueWriter.PREFIX_BYTES - 1);
        }
    }

    /** A file has room for the next document, or ends with its newest one. */
    private void requireWhole(long next) {
        if (!reaches(next - QueueWriter.PREFIX_BYTES + 1) && file.exists()) {
            throw new RunException(RunException.Kind.DAMAGED, file + " is damaged: it was cut short; restore it from a copy");
        }
    }

    /** Where the places of a page begin; 0 if it is not there. */
    private long page(long number) throws IOException {
        if (firstPage == 0) {
            int header = word(0);
            long end = QueueWriter.PREFIX_BYTES + (header & LENGTH_MASK);
            firstPage = header == 0 || (header & NOT_COMPLETE) != 0 ? 0 : places(end + (-end & QueueWriter.PREFIX_BYTES - 1), "index2index");
        }
        if (firstPage == 0 || number >= PAGE_PLACES) {
            return 0;
        }
        long position = place(firstPage, number);
        return position == 0 ? 0 : places(position, "index");
    }

    /** Where the longs begin in a document of Chronicle's; 0 if it is not one of that name, or not complete. */
    private long places(long position, String name) throws IOException {
        int word = word(position);
        long length = word & LENGTH_MASK;
        if ((word & (META_DATA | NOT_COMPLETE)) != META_DATA || length < PAGE_PLACES * Long.BYTES
                || !reaches(position + QueueWriter.PREFIX_BYTES + length)) {
            return 0;
        }
        MappedBytesStore store = window(position);
        long at = position + QueueWriter.PREFIX_BYTES;
        if (store.readUnsignedByte(at++) != NAME || store.readUnsignedByte(at++) != name.length()) {
            return 0;
        }
        for (int i = 0; i < name.length(); i++) {
            if (store.readUnsignedByte(at++) != name.charAt(i)) {
                return 0;
            }
        }
        for (long end = at + LONGEST_PREAMBLE_BYTES; at < end;) {
            int code = store.readUnsignedByte(at++);
            if (code == LONGS) {
                // Capacity and how many are used stand before them.
                return store.readLong(at) == PAGE_PLACES ? at + 2 * Long.BYTES : 0;
            }
            if (code == PADDING32) {
                at += Integer.BYTES + Math.max(0, Math.min(LONGEST_PREAMBLE_BYTES, store.readInt(at)));
            } else if (code != PADDING) {
                return 0;
            }
        }
        return 0;
    }

    private long place(long page, long number) throws IOException {
        long at = page + number * Long.BYTES;
        return window(at).readVolatileLong(at);
    }

    /** The four bytes before a document; 0 where there is none. */
    private int word(long position) throws IOException {
        if (position < 0 || !reaches(position + QueueWriter.PREFIX_BYTES)) {
            return 0;
        }
        return window(position).readVolatileInt(position);
    }

    void close() {
        leaveWindow();
        windows.releaseLast();
        if (wideWindows != null) {
            wideWindows.releaseLast();
        }
    }
}
