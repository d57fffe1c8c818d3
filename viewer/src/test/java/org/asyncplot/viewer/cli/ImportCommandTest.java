// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.asyncplot.core.run.Run;
import org.asyncplot.core.run.XType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
final class ImportCommandTest {
    @TempDir
    private Path directory;

    private Path runs;
    private CommandTester tester;

    @BeforeEach
    void makeTester() {
        runs = directory.resolve("runs");
        tester = new CommandTester(directory.resolve("asyncplot.properties"));
        tester.systemProperties.put("asyncplot.runs", runs.toString());
    }

    private Path table(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private Path recorded() {
        List<String> lines = tester.out().lines().toList();
        return Path.of(lines.get(lines.size() - 1));
    }

    private void assertNoRuns() throws IOException {
        if (Files.exists(runs)) {
            try (Stream<Path> found = Files.list(runs)) {
                assertThat(found).isEmpty();
            }
        }
    }

    @Test
    void shouldRecordAFileAndSayWhere() throws IOException {
        Path file = table("weather.2026.csv", "time [s],temp (K),note\n0,290,x\n1,291,y\n");

        assertThat(tester.run("import", file.toString(), "--param", "site=north", "--param", "eq=a=b")).isEqualTo(ExitCode.DONE);

        assertThat(tester.err().lines()).containsExactly("asyncplot: left out, not numeric: note ('x')", "run        " + recorded(),
                "watch it   asyncplot snapshot " + recorded() + " -o picture.png", "asyncplot: 2 rows, 1 column, none malformed");
        assertThat(recorded().getParent()).isEqualTo(runs);
        try (Run run = Run.open(recorded())) {
            assertThat(run.name()).isEqualTo("weather.2026");
            assertThat(run.parameters()).containsEntry("site", "north").containsEntry("eq", "a=b");
            assertThat(run.signal("temp").unit()).isEqualTo("K");
            assertThat(run.signal("temp").pin().count()).isEqualTo(2);
        }
    }

    @Test
    void shouldObeyTheOptionsOfTheTable() throws IOException {
        Path file = table("table.txt", "1|21.11.2026|5\n2|22.11.2026|6\n");

        assertThat(tester.run("import", "--name", "mine", "--delimiter", "|", "--header", "no", "--x", "2", "--time-format", "dd.MM.yyyy",
                file.toString())).isEqualTo(ExitCode.DONE);

        try (Run run = Run.open(recorded())) {
            assertThat(run.name()).isEqualTo("mine");
            assertThat(run.signal("c3").xType()).isEqualTo(XType.TIME);
            assertThat(run.signal("c3").xName()).isEqualTo("c2");
            assertThat(run.signal("c1").pin().y(0, 1)).isEqualTo(2);
        }
    }

    @Test
    void shouldFailButKeepWhatCameBeforeWhenStrict() throws IOException {
        Path file = table("table.csv", "t,a\n0,1\n1,x\n2,3\n");

        assertThat(tester.run("import", "--strict", file.toString())).isEqualTo(ExitCode.FAILED);

        assertThat(tester.err()).contains("asyncplot: " + file + ": line 3: column 'a' is unreadable: 'x'; ended by --strict\n");
        try (Run run = Run.open(recorded())) {
            assertThat(run.signal("a").pin().count()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "''|: empty, nothing to record",
        "'t,a\n'|: only a header and no rows, nothing to record; if the first row is data, say --header no",
        "'name\nx\n'|: no column of numbers, nothing to record; not numeric: name ('x') (fields separated by comma)",
        "'PK\3\4b\n'|: a zip archive or spreadsheet, not a table of text; save it as CSV first",
    })
    void shouldSayOneLineAndLeaveNoRunWhenThereIsNothingToRecord(String text, String message) throws IOException {
        Path file = table("table.csv", text);

        assertThat(tester.run("import", file.toString())).isEqualTo(ExitCode.FAILED);

        assertThat(tester.err()).isEqualTo("asyncplot: " + file + message + "\n");
        assertThat(tester.out()).isEmpty();
        assertNoRuns();
    }

    @Test
    void shouldFailWithOneLineWhenTheFileCannotBeRead() throws IOException {
        assertThat(tester.run("import", directory.resolve("absent.csv").toString())).isEqualTo(ExitCode.FAILED);
        assertThat(tester.run("import", directory.toString())).isEqualTo(ExitCode.FAILED);

        assertThat(tester.err()).isEqualTo("asyncplot: " + directory.resolve("absent.csv") + ": no such file or directory\n"
                + "asyncplot: " + directory + " is a directory; name a file in it\n");
        assertNoRuns();
    }

    @Test
    void shouldFailWithOneLineWhenNoRunCanBeMade() throws IOException {
        Path blocked = Files.createFile(directory.resolve("blocked"));
        Path file = table("table.csv", "t,a\n0,1\n");

        assertThat(tester.run("import", "--runs", blocked.toString(), file.toString())).isEqualTo(ExitCode.FAILED);

        assertThat(tester.err()).isEqualTo("asyncplot: " + file + ": plotting is off: no run can be made in " + blocked
                + " (a file is in the way); choose another with --runs or ASYNCPLOT_RUNS\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--delimiter|ab|'ab' is no delimiter",
        "--header|maybe|'maybe' is neither yes nor no",
        "--time-format|bogus|'bogus' is no time format",
        "--param|novalue|should be in KEY=VALUE format but was novalue",
    })
    void shouldEndWithUsageCodeWhenAnOptionMakesNoSense(String option, String value, String message) throws IOException {
        assertThat(tester.run("import", option, value, table("table.csv", "1\n").toString())).isEqualTo(ExitCode.USAGE);

        assertThat(tester.err()).contains(message).contains("(see asyncplot import --help)").hasLineCount(1);
    }
}
