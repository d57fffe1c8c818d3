// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.ingest;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The rows of a piece of text as strings, for looking at; the stream itself is never made into strings. */
final class SampleRows implements FieldHandler {
    private List<String> fields = new ArrayList<>();

    private SampleRows() {
    }

    /** Splits a text; rows beyond the limits of {@link Rows} are an {@link IngestException}. */
    static List<List<String>> split(String text, Dialect dialect) {
        SampleRows handler = new SampleRows();
        Rows rows = dialect.rows(new StringReader(text), handler);
        List<List<String>> all = new ArrayList<>();
        try {
            while (rows.next()) {
                if (!(handler.fields.size() == 1 && handler.fields.get(0).isBlank())) {
                    all.add(handler.fields);
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return all;
    }

    @Override
    public void begin(long line) {
        fields = new ArrayList<>();
    }

    @Override
    public void field(int index, char[] chars, int offset, int length) {
        fields.add(new String(chars, offset, length));
    }
}
