// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.queue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The files of a queue, each opened when it is first asked for. For any thread. */
final class DocumentMaps implements AutoCloseable {
    private final Path directory;
    private final Map<Integer, DocumentFile> files = new HashMap<>();
    private boolean closed;

    DocumentMaps(Path directory) {
        this.directory = directory;
    }

    /** The document at an index; null if there is none, or its file is gone. */
    synchronized Region at(long index) {
        try {
            DocumentFile file = file(index);
            long position = file == null ? -1 : file.position(Chronicle.ROLL_CYCLE.toSequenceNumber(index));
            if (position < 0) {
                return null;
            }
            Region region = file.region(index, position);
            if (region == null) {
                throw damaged("a document reaches beyond its file");
            }
            return region;
        } catch (IOException unreadable) {
            throw unreadable(unreadable);
        }
    }

    /** The same where its place is known; null only if its file is gone. */
    synchronized Region at(long index, long position) {
        try {
            DocumentFile file = file(index);
            if (file == null) {
                return null;
            }
            Region region = file.region(index, position);
            if (region == null) {
                throw damaged("an index points to no document");
            }
            return region;
        } catch (IOException unreadable) {
            throw unreadable(unreadable);
        }
    }

    private DocumentFile file(long index) throws IOException {
        if (closed) {
            throw new IllegalStateException(directory + " was closed");
        }
        int cycle = Chronicle.ROLL_CYCLE.toCycle(index);
        DocumentFile known = files.get(cycle);
        if (known == null) {
            known = DocumentFile.open(Chronicle.file(directory, cycle));
            if (known != null) {
                files.put(cycle, known);
            }
        }
        return known;
    }

    /** Gives a file that was deleted back to the system; what is still open of it stays mapped. */
    synchronized void forget(int cycle) {
        DocumentFile gone = files.remove(cycle);
        if (gone != null) {
            gone.close();
        }
    }

    private RunException damaged(String what) {
        return new RunException(RunException.Kind.DAMAGED, directory + " is damaged: " + what + "; restore it from a copy");
    }

    private RunException unreadable(IOException unreadable) {
        return new RunException(RunException.Kind.REFUSED, directory + " cannot be read (" + unreadable.getMessage() + ")", unreadable);
    }

    @Override
    public synchronized void close() {
        closed = true;
        files.values().forEach(DocumentFile::close);
        files.clear();
    }
}
