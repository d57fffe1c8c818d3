// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(10)
class LayoutPlannerTest {
    private static IngestOptions options(String x, String timeFormat) {
        return new IngestOptions(HeaderRule.AUTO, Optional.empty(), Optional.ofNullable(x),
            Optional.ofNullable(timeFormat).map(TimeFormat::of), false, false);
    }

    private static Plan plan(IngestOptions options, String lines) {
        return new LayoutPlanner(options).plan(lines.replace('/', '\n') + "\n", true).orElseThrow();
    }

    private static String shown(Plan plan) {
        Layout layout = plan.layout();
        String x = layout.xField() == Layout.ROW_NUMBER ? "row number"
            : layout.x().name() + layout.time().map(time -> ":" + time).orElse("");
        return x + " -> " + String.join(" ", layout.columns().stream().map(Column::name).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "t,a,b/0,1,2|t -> a b",
        "0,1,2/1,2,3|c1 -> c2 c3",
        "date,a/2026-11-21,1|date:iso -> a",
        "2026-11-21,1/2026-11-22,2|c1:iso -> c2",
        "2026-11-21 10:00,1/2026-11-21 11:00,2|c1:iso -> c2",
        "1/2/3|row number -> c1",
        "value/1/2|row number -> value",
        "name,a,b/x,1,2/y,2,3|row number -> a b",
        "a,name/1,x/2,y|row number -> a",
        "month,a/1958-03,1|month:iso -> a",
        "t,a/0,/1,|t -> a",
        ",1,2/,3,4|row number -> c1 c2 c3",
        "NA,1/2,3|c1 -> c2",
        ",a,b/1,2,3|c1 -> a b",
        "t,a,/0,1,/1,2,|t -> a",
        "t,a,/0,1,5/1,2,|t -> a c3",
        "a,b/1,2/3,x/4,5|a -> b",
        "date;a;b/2026-11-21;1;x|date:iso -> a",
        "t,a/,1/0,2/1,3|t -> a",
        "country,1990,1991/x,1,2|row number -> 1990 1991",
    })
    void shouldDecideWhatTheColumnsMean(String lines, String expected) {
        assertThat(shown(plan(options(null, null), lines))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "b||a,b,c/0,1,2|b -> a c",
        "2||a,b,c/0,1,2|b -> a c",
        "1||a,1,c/0,1,2|1 -> a c",
        "b||a,b [s],c/0,1,2|b -> a c",
        "b [s]||a,b [s],c/0,1,2|b -> a c",
        "c2||0,1,2/1,2,3|c2 -> c1 c3",
        "when||a,when/1,2026-11-21|when:iso -> a",
        "|ms|t,a/1700000000000,1|t:ms -> a",
        "|s|0,1,2/1,2,3|c1:s -> c2 c3",
        "when|s|a,when/1,1700000000|when:s -> a",
        "|dd.MM.yyyy|t,a/21.11.2026,1|t:dd.MM.yyyy -> a",
        "|dd.MM.yyyy|20.11.2026,1/21.11.2026,2|c1:dd.MM.yyyy -> c2",
    })
    void shouldTakeTheColumnAskedAsX(String x, String timeFormat, String lines, String expected) {
        assertThat(shown(plan(options(x, timeFormat), lines))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "d|| a,b/1,2 | no column 'd' for x; there are a, b",
        "3|| a,b/1,2 | no column '3' for x; there are a, b",
        "a|| a,b/x,2/y,3 | column 'a' cannot be x: 'x' is neither a number nor an ISO 8601 time; say how it is written with --time-format",
        "|ms| a,b/x,2/y,3 | column 'a' holds no times in the format ms, but 'x'; see --time-format and --x",
        "|| name,city/x,y/z,u | no column of numbers, nothing to record; not numeric: name ('x'), city ('y') (fields separated by comma)",
        "|| d,n/2026-11-21,y | no column of numbers beside x, nothing to record; not numeric: n ('y') (fields separated by comma)",
        "|| t;a/1,5;2,5 | no column of numbers, nothing to record; not numeric: t ('1,5': decimal commas, write 1.5), "
            + "a ('2,5': decimal commas, write 2.5) (fields separated by semicolon)",
        "|| a,b,c | only a header and no rows, nothing to record; if the first row is data, say --header no",
        "|| # nothing | empty, nothing to record",
        "|| a,b,c/1,2/3,4 | no row has the 3 fields of the header (the first has 2); is the delimiter right? (comma; --delimiter)",
    })
    void shouldSayWhatToDoWhenThereIsNothingToRecord(String x, String timeFormat, String lines, String message) {
        assertThatExceptionOfType(IngestException.class).isThrownBy(() -> plan(options(x, timeFormat), lines)).withMessage(message);
    }

    @Test
    void shouldWaitForMoreWhenNoRowOfDataHasCome() {
        LayoutPlanner planner = new LayoutPlanner(IngestOptions.DEFAULT);

        assertThat(planner.plan("", false)).isEmpty();
        assertThat(planner.plan("# comment\n\n", false)).isEmpty();
        assertThat(planner.plan("t,a\n", false)).isEmpty();
        assertThat(planner.plan("t,a\n1\n", false)).isEmpty();
        assertThat(planner.plan("t,a\n1,2\n", false)).isPresent();
        assertThat(planner.plan("1,2\n", false)).isPresent();
    }

    @Test
    void shouldObeyTheHeaderOption() {
        IngestOptions yes = new IngestOptions(HeaderRule.YES, Optional.empty(), Optional.empty(), Optional.empty(), false, false);
        IngestOptions no = new IngestOptions(HeaderRule.NO, Optional.empty(), Optional.empty(), Optional.empty(), false, false);

        assertThat(shown(plan(yes, "1990,1991/1,2"))).isEqualTo("1990 -> 1991");
        assertThat(shown(plan(no, "2026-11-21,x,5/2026-11-22,y,6"))).isEqualTo("c1:iso -> c3");
    }

    @Test
    void shouldTakeUnitsFromTheHeader() {
        Layout layout = plan(options(null, null), "time [s],angle (rad)/0,1").layout();

        assertThat(layout.x()).isEqualTo(new ColumnName("time", "s"));
        assertThat(layout.columns()).isEqualTo(List.of(new Column(1, "angle", "rad")));
    }

    @Test
    void shouldNameOnOneLineWhatIsLeftOutAndRenamed() {
        Plan plan = plan(options(null, null), "t,city,a,a,day/0,Rome,1,2,2026-11-21");

        assertThat(plan.notices()).containsExactly("equal column names made distinct: a -> a.2",
            "left out, not numeric: city ('Rome'), day ('2026-11-21': times, --x makes them x)");
    }

    @Test
    void shouldDoubtAHeaderThatHoldsNumbers() {
        assertThat(plan(options(null, null), "2026-11-21,Rome,12.5/2026-11-22,Rome,13.5").notices())
            .contains("the first row is taken as the header; if it is data, say --header no");
    }
}
