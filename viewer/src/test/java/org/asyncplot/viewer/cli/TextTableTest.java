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
}
