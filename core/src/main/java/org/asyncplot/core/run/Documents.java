// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.asyncplot.core.format.FormatException;
import org.asyncplot.core.queue.QueueFile;
import org.asyncplot.core.queue.QueueReader;
import org.asyncplot.core.queue.Region;
import org.asyncplot.core.queue.RunException;

/** The documents of one run by index, and the words for damage among them. Tests have others, on the heap. */
class Documents {
    private static final int MOST_LOOKS = 1000;

    private final QueueReader reader;
    private final String where;
    private final Map<Integer, RunFile> files = new ConcurrentHashMap<>();
    private volatile int newestGone = -1;
    private SummaryCache cache;

    Documents(QueueReader reader, String where, SummaryCache cache) {
        this.reader = reader;
        this.where = where;
        this.cache = cache;
    }

    void cache(SummaryCache newCache) {
        cache = newCache;
    }

    /** A document, or null if its file is not there (any more, or yet). */
    Region at(long index) {
        return there(index, () -> reader.at(index));
    }

    /** The same where its place in its file is known, without a search. */
    Region at(long index, long position) {
        return there(index, () -> reader.at(index, position));
    }

    private Region there(long index, Supplier<Region> opening) {
        RunFile file = file(QueueFile.numberOf(index));
        if (file == null) {
            return null;
        }
        try {
            Region region = opening.get();
            if (region != null && file.isRetired()) {
                region.close();
                return null;
            }
            return region;
        } catch (RunException unreadable) {
            if (file.isRetired()) {
                return null;
            }
            throw unreadable;
        }
    }

    /** Whether the file of a document is not there; documents on the heap always are. */
    boolean isGone(long index) {
        return reader != null && file(QueueFile.numberOf(index)) == null;
    }

    /** A file by its number; null if it is not there. */
    RunFile file(int number) {
        RunFile known = files.get(number);
        if (known == null) {
            Region first = reader.first(number);
            if (first == null) {
                noteMissing(number);
                return null;
            }
            try {
                known = new RunFile(first);
            } catch (FormatException unreadable) {
                first.close();
                if (!reader.has(number)) {
                    return null;
                }
                throw damaged(unreadable.getMessage());
            }
            files.put(number, known);
        }
        return known.isRetired() ? null : known;
    }

    /**
     * The newest file that is known to be gone; -1 for none. What was read counts only if this did not grow meanwhile. The mappings of files
     * that are gone go when nobody refers to them.
     */
    int newestGone() {
        files.forEach((number, file) -> {
            if (file.isRetired()) {
                files.remove(number);
                reader.forget(number);
                noteGone(number);
            }
        });
        return newestGone;
    }

    /** A file that was never looked at before it went; one that a later file follows is not to come any more. */
    private void noteMissing(int number) {
        if (!reader.has(number) && files.keySet().stream().anyMatch(later -> later > number)) {
            noteGone(number);
        }
    }

    private synchronized void noteGone(int number) {
        newestGone = Math.max(newestGone, number);
    }

    /** The newest file in which all channels are defined; null if there is none. One that a roll did not finish may be unreadable. */
    RunFile newestFile() {
        Path directory = reader.directory();
        for (int look = 1; ; look++) {
            List<Path> paths = QueueFile.in(directory);
            // A writer may delete files faster than a starved reader gets to look at them.
            try {
                RunFile newest = newest(paths);
                if (newest != null || look == MOST_LOOKS || paths.equals(QueueFile.in(directory))) {
                    return newest;
                }
            } catch (RunException unreadable) {
                if (look == MOST_LOOKS || paths.equals(QueueFile.in(directory))) {
                    throw unreadable;
                }
            }
        }
    }

    private RunFile newest(List<Path> paths) {
        RunException unreadable = null;
        for (int i = paths.size() - 1; i >= 0; i--) {
            try {
                RunFile file = file(QueueFile.numberOf(paths.get(i)));
                if (file != null && file.header().isComplete()) {
                    if (unreadable != null && file.header().nextHeader() != 0) {
                        throw unreadable;
                    }
                    noteGone(paths, i);
                    return file;
                }
            } catch (RunException damaged) {
                if (unreadable != null) {
                    throw unreadable;
                }
                unreadable = damaged;
            }
        }
        if (unreadable != null) {
            throw unreadable;
        }
        return null;
    }

    /** What a reader that comes late finds gone: all before the files that follow each other up to the newest. */
    private void noteGone(List<Path> paths, int newest) {
        int oldest = newest;
        while (oldest > 0 && QueueFile.numberOf(paths.get(oldest - 1)) == QueueFile.numberOf(paths.get(oldest)) - 1) {
            oldest--;
        }
        RunFile first = file(QueueFile.numberOf(paths.get(oldest)));
        if (first == null || first.header().previousHeader() != 0) {
            noteGone(QueueFile.numberOf(paths.get(oldest)) - 1);
        }
    }

    /** Where summaries are kept that the run lacks; absent if nowhere. */
    Optional<SummaryCache> cache() {
        return Optional.ofNullable(cache);
    }

    RunException notKept(long sample, long first) {
        return new RunException(RunException.Kind.MISSING, where + " keeps sample " + sample + " no longer; its history begins at sample " + first);
    }

    RunException damaged(String what) {
        return damaged(what, null);
    }

    RunException damaged(String what, Throwable cause) {
        return new RunException(RunException.Kind.DAMAGED, where + " is damaged: " + what + "; restore it from a copy", cause);
    }

    void close() {
        files.values().forEach(RunFile::close);
        reader.close();
    }
}
