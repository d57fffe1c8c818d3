// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(10)
class HeaderTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "speed|speed|",
        "speed [m/s]|speed|m/s",
        "speed (m/s)|speed|m/s",
        "speed[m/s]|speed|m/s",
        "  speed  [ m/s ] |speed|m/s",
        "mean wind speed (m/s)|mean wind speed|m/s",
        "rate (kg/(m s))|rate|kg/(m s)",
        "temp (outside) [\u00b0C]|temp (outside)|\u00b0C",
        "f(x)|f(x)|",
        "x[0]|x[0]|",
        "x [0]|x|0",
        "(a)|(a)|",
        "[V]|[V]|",
        "a []|a|",
        "a )|a )|",
        "\"quoted name\"|quoted name|",
    })
    void shouldTakeNameAndUnitApart(String header, String name, String unit) {
        assertThat(ColumnName.parse(header)).isEqualTo(new ColumnName(name, unit == null ? "" : unit));
    }

    @Test
    void shouldPutANameWithLineEndsOnOneLine() {
        assertThat(ColumnName.parse("wind\r\nspeed\n(m/s)")).isEqualTo(new ColumnName("wind speed", "m/s"));
    }

    @Test
    void shouldMakeEqualNamesDistinctAndSaySo() {
        Header header = Header.of(List.of("price", "price [EUR]", "price.2", "", "price", "c4"));

        assertThat(header.columns()).extracting(ColumnName::name).containsExactly("price", "price.3", "price.2", "c4", "price.4", "c4.2");
        assertThat(header.renamed()).containsExactly("price -> price.3", "price -> price.4", "c4 -> c4.2");
    }

    @Test
    void shouldPutUnitsBackToTheirNamesInAFirstRowOfBlanks() {
        List<List<String>> rows = Header.joinUnits(List.of(List.of("time", "[s]", "x", "(m)", "y"), List.of("1", "2", "3")));

        assertThat(rows).containsExactly(List.of("time [s]", "x (m)", "y"), List.of("1", "2", "3"));
    }
}
