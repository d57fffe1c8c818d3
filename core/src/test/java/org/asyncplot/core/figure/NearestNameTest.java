// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(10)
class NearestNameTest {
    private static final List<String> KNOWN = List.of("title", "kind", "color", "colormap", "x", "y");

    @ParameterizedTest
    @CsvSource({"'', '', 0", "a, '', 1", "'', abc, 3", "kitten, sitting, 3", "ab, ba, 1", "titel, title, 1", "color, color, 0",
            "abc, cab, 2"})
    void shouldCountEdits(String from, String to, int edits) {
        assertThat(NearestName.distance(from, to)).isEqualTo(edits);
        assertThat(NearestName.distance(to, from)).isEqualTo(edits);
    }

    @ParameterizedTest
    @CsvSource({"colour, color", "COLOR, color", "colourmap, colormap", "knd, kind", "titlee, title", "X, x"})
    void shouldFindTheNameThatWasMeant(String written, String meant) {
        assertThat(NearestName.to(written, KNOWN)).contains(meant);
    }

    @Test
    void shouldFindNamesWithCapitals() {
        assertThat(NearestName.to("Enrgy.Total", List.of("energy.Total", "ENTROPY"))).contains("energy.Total");
        assertThat(NearestName.to("entropi", List.of("energy.Total", "ENTROPY"))).contains("ENTROPY");
    }

    @ParameterizedTest
    @CsvSource({"zoom", "background", "''", "z"})
    void shouldNotGuessWhenNoNameIsNear(String written) {
        assertThat(NearestName.to(written, KNOWN)).isEmpty();
    }

    @Test
    void shouldListWhatIsKnownWhenNoNameIsNear() {
        assertThat(NearestName.unknown("key", "zoom", List.of("title", "kind"))).isEqualTo("unknown key 'zoom'; known are title, kind");
    }
}
