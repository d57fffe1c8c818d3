// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.ingest;

/** Recognises what is certainly no table of text by how it begins, so that the user hears what it is. */
final class NotText {
    private NotText() {
    }

    /** Throws an {@link IngestException} with the remedy. */
    static void refuse(String beginning) {
        if (beginning.startsWith("\u001f\ufffd")) {
            throw new IngestException("compressed, not a table of text; unpack it first: gunzip -c FILE | asyncplot pipe");
        }
        if (beginning.startsWith("PK\u0003\u0004")) {
            throw new IngestException("a zip archive or spreadsheet, not a table of text; save it as CSV first");
        }
        if (beginning.indexOf('\0') >= 0) {
            boolean utf16 = beginning.startsWith("\ufffd\ufffd");
            throw new IngestException(utf16 ? "UTF-16, not UTF-8; convert it first: iconv -f UTF-16 -t UTF-8 FILE | asyncplot pipe"
                : "binary data (zero bytes), not a table of text");
        }
    }
}
