// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class RowsTest {
    /** Gives so many characters a read. */
    private static final class SlowReader extends Reader {
        private final StringReader text;
        private final int piece;

        private SlowReader(String text, int piece) {
            this.text = new StringReader(text);
            this.piece = piece;
        }

        @Override
        public int read(char[] chars, int offset, int length) throws IOException {
            return text.read(chars, offset, Math.min(piece, length));
        }

        @Override
        public void close() {
            text.close();
        }
    }

    private static final class Recorder implements FieldHandler {
        private final List<String> fields = new ArrayList<>();
        private long line;

        @Override
        public void begin(long rowLine) {
            line = rowLine;
            fields.clear();
        }

        @Override
        public void field(int index, char[] chars, int offset, int length) {
            fields.add(new String(chars, offset, length));
        }

        private String row() {
            return line + ": " + String.join("|", fields);
        }
    }

    private static List<String> read(Dialect dialect, String text, int piece) throws IOException {
        Recorder recorder = new Recorder();
        Rows rows = dialect.rows(new SlowReader(text, piece), recorder);
        List<String> read = new ArrayList<>();
        while (rows.next()) {
            read.add(recorder.row());
        }
        return read;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 10_000})
    void shouldSplitAtBlanksWhateverThePieces(int piece) throws IOException {
        String text = "# comment\n  a  b\tc \r\n\r\n \"d e\" f\"g\r1\n\n  # more\n2 3";

        assertThat(read(Dialect.BLANKS, text, piece)).containsExactly("2: a|b|c", "4: d e|f\"g", "5: 1", "8: 2|3");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 10_000})
    void shouldSplitAtDelimitersWhateverThePieces(int piece) throws IOException {
        String text = "# comment\na,\"b\nc\",\"d\"\"e\"\r\n\r\n1,,\r2,\"x\"y,3\n#\n\"4\",5";

        assertThat(read(Dialect.COMMA, text, piece)).containsExactly("2: a|b\nc|d\"e", "5: 1||", "6: 2|xy|3", "8: 4|5");
    }

    @Test
    void shouldReadRowsLongerThanItsBuffer() throws IOException {
        String row = "123456789 ".repeat(10_000).strip();

        assertThat(read(Dialect.BLANKS, row + "\n" + row, 5000)).hasSize(2).allSatisfy(read -> assertThat(read).hasSize(row.length() + 3));
    }

    @Test
    void shouldRefuseARowOfTooManyFields() {
        String commas = ",".repeat(Rows.MAX_FIELDS);
        String blanks = "1 ".repeat(Rows.MAX_FIELDS + 1);

        assertThatExceptionOfType(IngestException.class).isThrownBy(() -> read(Dialect.COMMA, "1,2\n" + commas, 10_000))
            .withMessageStartingWith("line 2 has more than 16384 fields");
        assertThatExceptionOfType(IngestException.class).isThrownBy(() -> read(Dialect.BLANKS, "1 2\n" + blanks, 10_000))
            .withMessageStartingWith("line 2 has more than 16384 fields");
    }

    @Test
    void shouldRefuseAFieldThatNeverEnds() {
        String endless = "x".repeat(Rows.MAX_FIELD_CHARS + 10_000);

        assertThatExceptionOfType(IngestException.class).isThrownBy(() -> read(Dialect.COMMA, "1\n\"" + endless, 1 << 20))
            .withMessageStartingWith("line 2 holds a field of more than");
        assertThatExceptionOfType(IngestException.class).isThrownBy(() -> read(Dialect.BLANKS, "1\n" + endless, 1 << 20))
            .withMessageStartingWith("line 2 is longer than");
    }
}
