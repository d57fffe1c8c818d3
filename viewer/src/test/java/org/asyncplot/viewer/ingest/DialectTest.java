// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(10)
class DialectTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "t,a,b/1,2,3 | comma",
        "1,2/3,4 | comma",
        "time,value/2026-11-21 14:00,1/2026-11-21 15:00,2 | comma",
        "name,city/\"a; b\",1/\"c; d\",2 | comma",
        "a, b, c/1, 2, 3 | comma",
        "t;a/1,5;2,5/2,5;3,5 | semicolon",
        "t;a;b/1;2;3 | semicolon",
        "t\\ta/1\\t2 | tab",
        "t\\ta b, c/1\\t2 | tab",
        "t a/1 2/3 4 | blanks",
        "  1  2/ 10 20 | blanks",
        "1\\t 2/3\\t4 | tab",
        "time [s] x [m]/1 2/3 4 | blanks",
        "1/2/3 | comma",
        "value/1/2 | comma",
        "my value/1/2/3 | comma",
        "my value/1 | comma",
        "speed [m/s]/1/2 | comma",
        "a,b/1,2/broken/3,4 | comma",
        "x;y/1;2/# a,b,c,d/3;4 | semicolon",
    })
    void shouldRecogniseWhatSeparatesTheFields(String lines, String expected) {
        String sample = lines.strip().replaceAll("/(?![sm])", "\n").replace("\\t", "\t") + "\n";

        assertThat(DialectSniffer.sniff(sample)).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"','|comma", "TAB|tab", "'\\t'|tab", "'\t'|tab", "semicolon|semicolon", ";|semicolon",
        "space|blanks",
        "' '|blanks", ":|':'", "'|'|'|'"}, quoteCharacter = '\'')
    void shouldReadTheOption(String text, String expected) {
        assertThat(Dialect.of(text).toString().replace("'", "")).isEqualTo(expected.replace("'", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "\"", "#", ".", "-", "+", "5", "e", "\n", "\0"})
    void shouldRefuseWhatCannotSeparate(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Dialect.of(text)).withMessageContaining("is no delimiter");
    }
}
