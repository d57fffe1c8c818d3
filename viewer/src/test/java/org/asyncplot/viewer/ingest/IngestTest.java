// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class IngestTest {
    private static final IngestOptions STRICT =
        new IngestOptions(HeaderRule.AUTO, Optional.empty(), Optional.empty(), Optional.empty(), true, false);

    private final RecordingTarget target = new RecordingTarget();
    private final List<String> notices = new ArrayList<>();

    private IngestReport read(String text) {
        return read(IngestOptions.DEFAULT, text.getBytes(StandardCharsets.UTF_8));
    }

    private IngestReport read(IngestOptions options, byte[] bytes) {
        return new Ingest(options, target, notices::add).read(new ByteArrayInputStream(bytes));
    }

    private void assertRefused(byte[] bytes, String message) {
        assertThatExceptionOfType(IngestException.class).isThrownBy(() -> read(IngestOptions.DEFAULT, bytes)).withMessage(message);
        assertThat(target.announcements()).isZero();
    }

    @Test
    void shouldRecordEachRowWithItsX() {
        IngestReport report = read("time [s],x [m],v (m/s)\n0,1,2\n0.5,3,4\n1,5,6");

        assertThat(target.rows()).containsExactly("0.0 1.0 2.0", "0.5 3.0 4.0", "1.0 5.0 6.0");
        assertThat(target.names()).containsExactly("x in m", "v in m/s");
        assertThat(report).isEqualTo(new IngestReport(2, 3, 0, 0)).hasToString("3 rows, 2 columns, none malformed");
        assertThat(notices).isEmpty();
        assertThat(target.announcements()).isEqualTo(1);
    }

    @Test
    void shouldNumberTheRowsWhenThereIsOneColumn() {
        read(IntStream.rangeClosed(1, 100).mapToObj(Integer::toString).collect(Collectors.joining("\n", "", "\n")));

        assertThat(target.rows()).hasSize(100).startsWith("1.0 1.0", "2.0 2.0").endsWith("100.0 100.0");
    }

    @Test
    void shouldReadDatesAsMoments() {
        read("date;value\r\n1970-01-02;1\r\n1970-01-01 00:00:01.5;2\r\n");

        assertThat(target.rows()).containsExactly("86400000000000 ns 1.0", "1500000000 ns 2.0");
    }

    @Test
    void shouldLeaveGapsWhereValuesAreMissing() {
        IngestReport report = read("t,a,b\n0,,1\n1,NA,2\n2,NaN,-\n3,null,inf\n");

        assertThat(target.rows()).containsExactly("0.0 NaN 1.0", "1.0 NaN 2.0", "2.0 NaN NaN", "3.0 NaN Infinity");
        assertThat(report.malformedRows()).isZero();
    }

    @Test
    void shouldSkipCommentsEmptyLinesAndAByteOrderMark() {
        read("\ufeff# made by hand\nt,a\n\n0,1\n# more\n   \n1,2\n\r\n");

        assertThat(target.rows()).containsExactly("0.0 1.0", "1.0 2.0");
        assertThat(notices).isEmpty();
    }

    @Test
    void shouldReadQuotedFieldsWithLineEndsAndCountLines() {
        read("\"t\",\"wind\nspeed\",note\n0,\"1\",\"a, \"\"b\"\"\nc\"\n1,2\n2,3,d\n");

        assertThat(target.rows()).containsExactly("0.0 1.0", "2.0 3.0");
        assertThat(target.names()).containsExactly("wind speed");
        assertThat(notices).contains("line 5: 2 fields instead of 3, row skipped");
    }

    @Test
    void shouldSkipRowsThatDoNotFitAndNameTheFirstFive() {
        StringBuilder text = new StringBuilder("t,a,b\n0,1,2\n1,2\n2,3,4,5\nx,1,2\n,1,2\ninf,1,2\n6,7,8\n");
        text.append("7\n".repeat(30));

        IngestReport report = read(text.toString());

        assertThat(target.rows()).containsExactly("0.0 1.0 2.0", "6.0 7.0 8.0");
        assertThat(notices).containsExactly("line 3: 2 fields instead of 3, row skipped", "line 4: 4 fields instead of 3, row skipped",
            "line 5: x 't' is unreadable: 'x', row skipped", "line 6: x 't' is empty, row skipped",
            "line 7: x 't' is unreadable: 'inf', row skipped", "more rows that do not fit are only counted");
        assertThat(report).isEqualTo(new IngestReport(2, 2, 35, 0)).hasToString(
            "2 rows, 2 columns, 35 malformed (35 skipped, 0 with gaps)");
    }

    @Test
    void shouldKeepTheOtherValuesOfARowWhenOneIsUnreadable() {
        IngestReport report = read("t,a,b\n0,1,2\n1,oops,3\n2,4,5\n");

        assertThat(target.rows()).containsExactly("0.0 1.0 2.0", "1.0 NaN 3.0", "2.0 4.0 5.0");
        assertThat(notices).containsExactly("line 3: column 'a' is unreadable: 'oops', left as a gap");
        assertThat(report).isEqualTo(new IngestReport(2, 3, 0, 1));
    }

    @Test
    void shouldCountSkippedRowsWhenRowsAreNumbered() {
        read("name,a,b\nx,1,2\ny,3\nz,4,5\n");

        assertThat(target.rows()).containsExactly("1.0 1.0 2.0", "3.0 4.0 5.0");
    }

    @Test
    void shouldAcceptEmptyFieldsBehindTheLastColumn() {
        IngestReport report = read("t,a\n0,1,\n1,2,,\n");

        assertThat(target.rows()).containsExactly("0.0 1.0", "1.0 2.0");
        assertThat(report.malformedRows()).isZero();
    }

    @Test
    void shouldSayWhatIsLeftOutBeforeTheRows() {
        read("t,city,a\n0,Rome,1\n1,Oslo,2\n");

        assertThat(target.rows()).containsExactly("0.0 1.0", "1.0 2.0");
        assertThat(notices).containsExactly("left out, not numeric: city ('Rome')");
    }

    @Test
    void shouldKeepAColumnThatBeginsEmpty() {
        StringBuilder text = new StringBuilder("t,a,b\n");
        for (int i = 0; i < 100; i++) {
            text.append(i).append(",1,").append(i < 90 ? "" : "5").append('\n');
        }

        read(text.toString());

        assertThat(target.rows()).hasSize(100).startsWith("0.0 1.0 NaN").endsWith("99.0 1.0 5.0");
    }

    @Test
    void shouldEndAtTheFirstMisfitAndKeepWhatCameBeforeWhenStrict() {
        Ingest ingest = new Ingest(STRICT, target, notices::add);
        byte[] text = "t,a\n0,1\n1,2\n2\n3,4\n".getBytes(StandardCharsets.UTF_8);

        assertThatExceptionOfType(IngestException.class).isThrownBy(() -> ingest.read(new ByteArrayInputStream(text)))
            .withMessage("line 4: 1 field instead of 2; ended by --strict");
        assertThat(target.rows()).containsExactly("0.0 1.0", "1.0 2.0");
        assertThat(ingest.report()).isEqualTo(new IngestReport(1, 2, 1, 0));
    }

    @Test
    void shouldEndAtAnUnreadableValueWhenStrict() {
        byte[] text = "t,a\n0,1\n1,oops\n".getBytes(StandardCharsets.UTF_8);

        assertThatExceptionOfType(IngestException.class).isThrownBy(() -> read(STRICT, text))
            .withMessage("line 3: column 'a' is unreadable: 'oops'; ended by --strict");
        assertThat(target.rows()).containsExactly("0.0 1.0");
    }

    @Test
    void shouldSayOnceWhenBytesAreNotUtf8() {
        read(IngestOptions.DEFAULT, "t,temp \u00b0C\n0,1\n1,\u00e9\n2,3\n3,\u00fc\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(target.rows()).containsExactly("0.0 1.0", "1.0 NaN", "2.0 3.0", "3.0 NaN");
        assertThat(notices).filteredOn(notice -> notice.contains("UTF-8"))
            .containsExactly("line 1: bytes that are not UTF-8, read as '\ufffd' (said once); iconv converts the table");
    }

    @Test
    void shouldEndAtBytesThatAreNotUtf8WhenStrict() {
        byte[] text = "t,a,n\n0,1,x\n1,2,\u00e9\n2,3,y\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThatExceptionOfType(IngestException.class).isThrownBy(() -> read(STRICT, text))
            .withMessage("line 3: bytes that are not UTF-8; ended by --strict");
        assertThat(target.rows()).containsExactly("0.0 1.0");
    }

    @Test
    void shouldSayWhatItIsWhenTheInputIsNoTable() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write("t,a\n0,1\n".getBytes(StandardCharsets.UTF_8));
        }
        assertRefused(zipped.toByteArray(), "compressed, not a table of text; unpack it first: gunzip -c FILE | asyncplot pipe");
        assertRefused(HexFormat.of().parseHex("504b030414000600"),
            "a zip archive or spreadsheet, not a table of text; save it as CSV first");
        assertRefused("t,a\n0,1\n".getBytes(StandardCharsets.UTF_16),
            "UTF-16, not UTF-8; convert it first: iconv -f UTF-16 -t UTF-8 FILE | asyncplot pipe");
        assertRefused(new byte[5000], "binary data (zero bytes), not a table of text");
        assertRefused(new byte[0], "empty, nothing to record");
        assertRefused("\n\n# comment\n".getBytes(StandardCharsets.UTF_8), "empty, nothing to record");
    }

    @Test
    void shouldSayWhyWhenNoRowFits() {
        IngestOptions byT = new IngestOptions(HeaderRule.AUTO, Optional.empty(), Optional.of("t"), Optional.empty(), false, false);
        byte[] text = ("t,a\n" + ",1\n".repeat(30)).getBytes(StandardCharsets.UTF_8);

        assertThatExceptionOfType(IngestException.class).isThrownBy(() -> read(byT, text))
            .withMessage("none of the 30 rows fits; line 2: x 't' is empty, row skipped");
    }

    @Test
    void shouldKeepWhatCameBeforeTheInputFails() {
        InputStream failing = new InputStream() {
            private final ByteArrayInputStream first = new ByteArrayInputStream("t,a\n0,1\n1,2\n".getBytes(StandardCharsets.UTF_8));

            @Override
            public int read() throws IOException {
                int b = first.read();
                if (b < 0) {
                    throw new IOException("disk on fire");
                }
                return b;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int count = first.read(bytes, offset, length);
                if (count < 0) {
                    throw new IOException("disk on fire");
                }
                return count;
            }
        };

        assertThatExceptionOfType(IngestException.class)
            .isThrownBy(() -> new Ingest(IngestOptions.DEFAULT, target, notices::add).read(failing))
            .withMessage("reading failed: disk on fire");
    }
}
