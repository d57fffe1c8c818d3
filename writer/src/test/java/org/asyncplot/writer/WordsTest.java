// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 10, unit = TimeUnit.SECONDS)
class WordsTest {
    private static List<String> of(String text) {
        return Words.of(new PlotOption.Setting(text, "ASYNCPLOT_VIEWER_COMMAND"));
    }

    @Test
    void shouldTakeATextApartAtBlanksOutsideQuotes() {
        assertThat(of("  a  b\tc ")).containsExactly("a", "b", "c");
        assertThat(of("'a b' \"c 'd\" e' 'f ''")).containsExactly("a b", "c 'd", "e f", "");
        assertThat(of("C:\\Programs\\java.exe")).containsExactly("C:\\Programs\\java.exe");
        assertThat(of("")).isEmpty();
    }

    @Test
    void shouldRefuseAQuoteThatDoesNotEnd() {
        assertThatThrownBy(() -> of("java 'x")).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("ASYNCPLOT_VIEWER_COMMAND has a ' that does not end: java 'x");
    }

    @Test
    void shouldQuoteWhatAShellWouldTakeApart() {
        assertThat(Words.quoted("/a/b-1.jar")).isEqualTo("/a/b-1.jar");
        assertThat(Words.quoted("it's")).isEqualTo("'it'\\''s'");
    }
}
