// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
final class TextTableTest {
    @Test
    void shouldLineUpColumns() {
        TextTable table = new TextTable("NAME", " COUNT", "UNIT");
        table.add("angle", "5", "");
        table.add("\u03c8", "12345678", "\u0127\u03c9");
        StringWriter out = new StringWriter();

        table.print(new PrintWriter(out, true));

        assertThat(out.toString().lines()).containsExactly(
                "NAME      COUNT  UNIT",
                "angle         5",
                "\u03c8      12345678  \u0127\u03c9");
    }

    @Test
    void shouldCutTheFirstAndTheLastColumnToTheTerminal() {
        TextTable table = new TextTable("NAME", " COUNT", "DIRECTORY");
        table.add("n".repeat(10_000), "12345678", "n".repeat(200) + "-20261122-010203-77");
        table.add("short", "5", "short-20261122-010203-77");
        StringWriter out = new StringWriter();

        table.print(new PrintWriter(out, true), 60);

        assertThat(out.toString().lines()).containsExactly(
                "NAME                         COUNT  DIRECTORY",
                "nnnnn\u2026" + "n".repeat(18) + "  12345678  nnnnn\u202620261122-010203-77",
                "short                            5  short-20261122-010203-77");
    }

    @Test
    void shouldLeaveWhatFitsAndWhatCannotBeCutAnyMore() {
        TextTable table = new TextTable("A", "B");
        table.add("a".repeat(30), "b");
        StringWriter whole = new StringWriter();
        StringWriter narrow = new StringWriter();

        table.print(new PrintWriter(whole, true), 33);
        table.print(new PrintWriter(narrow, true), 5);

        assertThat(whole.toString()).contains("a".repeat(30) + "  b");
        assertThat(narrow.toString()).contains("aaa\u2026aaaaaaaaaaaa  b");
    }

    @Test
    void shouldTakeTheTerminalsWidthFromItsVariable() {
        assertThat(TextTable.terminalWidth("80")).isEqualTo(80);
        assertThat(TextTable.terminalWidth(null)).isEqualTo(120);
        assertThat(TextTable.terminalWidth("wide")).isEqualTo(120);
        assertThat(TextTable.terminalWidth("0")).isEqualTo(120);
    }
}
