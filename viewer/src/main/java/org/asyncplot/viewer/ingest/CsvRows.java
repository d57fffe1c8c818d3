// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.ingest;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;

/** Rows of fields between delimiters, quoted or not (RFC 4180). */
final class CsvRows implements Rows {
    private final Iterator<Boolean> rows;
    private final Fields fields;

    // The parser cannot go on after the error that text behind a closing quote is otherwise, and such a row must not be fatal.
    @SuppressWarnings("removal")
    CsvRows(Reader reader, char delimiter, FieldHandler handler) {
        fields = new Fields(handler);
        rows = CsvReader.builder().fieldSeparator(delimiter).commentStrategy(CommentStrategy.SKIP).skipEmptyLines(true)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE).missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowExtraCharsAfterClosingQuote(true).maxBufferSize(MAX_FIELD_CHARS).build(fields, reader).iterator();
    }

    @Override
    public boolean next() throws IOException {
        try {
            return rows.hasNext() && rows.next();
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        } catch (CsvParseException beyondLimits) {
            throw new IngestException(fields.tooMany()
                ? "line " + fields.line() + " has more than " + MAX_FIELDS + " fields: is this a table, and is the delimiter right?"
                : "line " + fields.line() + " holds a field of more than " + MAX_FIELD_CHARS + " characters: is this a table, and are all"
                    + " quotes closed?", beyondLimits);
        }
    }

    /** Passes fields on; stops the parser at too many. */
    private static final class Fields extends AbstractBaseCsvCallbackHandler<Boolean> {
        private final FieldHandler handler;
        private boolean tooMany;

        private Fields(FieldHandler handler) {
            this.handler = handler;
        }

        private boolean tooMany() {
            return tooMany;
        }

        private long line() {
            return getStartingLineNumber();
        }

        @Override
        protected void handleBegin(long line) {
            handler.begin(line);
        }

        @Override
        protected void handleField(int index, char[] chars, int offset, int length, boolean quoted) {
            if (index >= MAX_FIELDS) {
                tooMany = true;
                throw new CsvParseException("too many fields");
            }
            handler.field(index, chars, offset, length);
        }

        @Override
        protected Boolean buildRecord() {
            return Boolean.TRUE;
        }
    }
}
