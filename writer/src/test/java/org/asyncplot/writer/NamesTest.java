// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.asyncplot.core.run.ElementType;
import org.asyncplot.core.run.Run;
import org.asyncplot.core.run.Runs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names as users write them, or as programs make them up. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class NamesTest {
    private static final String LONG = "\u03c8 ".repeat(5000);

    @TempDir
    Path runs;

    private final List<Throwable> errors = new ArrayList<>();

    private Plot open(String name) {
        return Plot.open(new PlotContext().name(name).runsDirectory(runs).errorHandler(errors::add));
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", "../../up", "/etc/passwd", "a/b\\c", "-rf", "\u0000\u0007\n\r\t\u001b[31m", " ", "con", "\ud83d\ude80 \ud800", "x-20200101-000000-1"})
    void shouldKeepTheNameOfARunAndStayInItsDirectory(String name) {
        try (Plot plot = open(name)) {
            Path directory = plot.directory().orElseThrow();
            assertThat(directory.getParent()).isEqualTo(runs);
            assertThat(directory.getFileName().toString()).matches("[A-Za-z0-9_%-][A-Za-z0-9._%-]*");
            try (Run run = Run.open(directory)) {
                // What is no character at all, half of a pair, cannot be written in UTF-8.
                assertThat(run.name()).isEqualTo(name.replace('\ud800', '?'));
            }
        }
        assertThat(errors).isEmpty();
    }

    @Test
    void shouldTakeANameOfTenThousandCharacters() {
        try (Plot plot = open(LONG)) {
            plot.signal(LONG, LONG, LONG, LONG + "2").add(1, 2, 3);
            plot.notes().info(LONG);
            try (Run run = Run.open(plot.directory().orElseThrow())) {
                assertThat(run.name()).isEqualTo(LONG);
                assertThat(run.signal(LONG).unit()).isEqualTo(LONG);
                assertThat(run.signal(LONG).columns()).containsExactly(LONG, LONG + "2");
                assertThat(run.signal(LONG).count()).isEqualTo(1);
                assertThat(run.notes().get(0).text()).isEqualTo(LONG);
            }
            assertThat(new Runs(runs).find(LONG)).isEqualTo(plot.directory().orElseThrow());
        }
        assertThat(errors).isEmpty();
    }

    @ParameterizedTest
    @NullAndEmptySource
    void shouldCallARunRunThatHasNoName(String name) {
        try (Plot plot = open(name); Run run = Run.open(plot.directory().orElseThrow())) {
            assertThat(run.name()).isEqualTo("run");
        }
    }

    @Test
    void shouldKeepControlCharactersInTheNamesOfChannels() {
        String name = "\u0000\n\t\u001b[2J\u202e";
        try (Plot plot = open("control")) {
            plot.signal(name, "\r").add(1, 2);
            plot.image("image\n", "\u0000", 2, 2).put(new double[4]);
            try (Run run = Run.open(plot.directory().orElseThrow())) {
                assertThat(run.signal(name).count()).isEqualTo(1);
                assertThat(run.channels().get(1).name()).isEqualTo("image\n");
            }
        }
        assertThat(errors).isEmpty();
    }

    @Test
    void shouldGiveTheSameHandleToWhoDeclaresAChannelTwiceWhateverItsKind() {
        try (Plot plot = open("twice")) {
            assertThat(plot.timeSignal("t", "s")).isSameAs(plot.timeSignal("t", "s"));
            assertThat(plot.waveform("w", "", 4)).isSameAs(plot.waveform("w", "", 4));
            assertThat(plot.image("i", "", 4, 5)).isSameAs(plot.image("i", "", 4, 5));
            assertThatThrownBy(() -> plot.waveform("w", "", 5)).hasMessageContaining("'w' was declared before");
            assertThatThrownBy(() -> plot.waveform("w", "", 4, ElementType.FLOAT32, Axis.INDEX)).hasMessageContaining("'w' was declared before");
            assertThatThrownBy(() -> plot.signal("t", "s")).hasMessageContaining("'t' was declared before");
            assertThatThrownBy(() -> plot.signal(null, "s")).isInstanceOf(IllegalArgumentException.class);
            try (Run run = Run.open(plot.directory().orElseThrow())) {
                assertThat(run.channels()).hasSize(3);
            }
        }
    }

    @Test
    void shouldGiveEachPlotOfOneNameADirectoryOfItsOwn() throws Exception {
        List<Plot> plots = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            plots.add(open("same"));
        }
        assertThat(plots).extracting(plot -> plot.directory().orElseThrow()).doesNotHaveDuplicates();
        for (Plot plot : plots) {
            plot.signal("a", "").add(1, 2);
            plot.close();
        }
        try (var directories = Files.list(runs)) {
            assertThat(directories).hasSize(5).allSatisfy(directory -> {
                try (Run run = Run.open(directory)) {
                    assertThat(run.signal("a").count()).isEqualTo(1);
                }
            });
        }
    }
}
