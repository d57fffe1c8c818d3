// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asyncplot.core.run.ChannelKind;
import org.asyncplot.core.run.EndReason;
import org.asyncplot.core.run.Note;
import org.asyncplot.core.run.NoteLevel;
import org.asyncplot.core.run.RunState;
import org.asyncplot.core.run.WritingProcess;
import org.asyncplot.core.run.XType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
final class RunJsonTest {
    private static final ChannelSummary ENERGY = new ChannelSummary("energy", ChannelKind.SIGNAL, "J", List.of("total", "kinetic"), 0, 3, 1, 0, 0,
            Optional.of(number(0)), Optional.of(number(0.2)), List.of(4.5, Double.NaN));
    private static final ChannelSummary PRICE = new ChannelSummary("price", ChannelKind.SIGNAL, "", List.of("price"), 0, 2, 0, 0, 0,
            Optional.of(time(0)), Optional.of(time(1_500_000_000L)), List.of(Double.POSITIVE_INFINITY));
    private static final ChannelSummary DENSITY = new ChannelSummary("psi", ChannelKind.WAVEFORM, "", List.of(), 0, 0, 0, 0, 0,
            Optional.empty(), Optional.empty(), List.of());

    @Test
    void shouldHaveExactlyTheKeysPromised() throws IOException {
        JsonNode run = info(run(RunState.DIED, Optional.empty()));

        assertThat(keys(run)).containsExactly("name", "directory", "state", "endReason", "pid", "startedAt", "heartbeatAt", "diskBytes",
                "parameters", "channels", "notes");
        assertThat(keys(run.get("channels").get(0))).containsExactly("name", "kind", "unit", "columns", "count", "dropped", "firstX",
                "lastX", "last");
        assertThat(run.get("state").asText()).isEqualTo("died");
        assertThat(run.get("endReason").isNull()).isTrue();
        assertThat(run.get("startedAt").asText()).isEqualTo("2026-11-21T14:30:00Z");
        assertThat(run.get("parameters").get("dt").asText()).isEqualTo("0.001");
    }

    @Test
    void shouldWriteWhatIsNoNumberAsNull() throws IOException {
        JsonNode channels = info(run(RunState.RUNNING, Optional.empty())).get("channels");

        assertThat(channels.get(0).get("last")).hasToString("[4.5,null]");
        assertThat(channels.get(1).get("last")).hasToString("[null]");
        assertThat(channels.get(2).get("firstX").isNull()).isTrue();
        assertThat(channels.get(2).get("last")).isEmpty();
    }

    @Test
    void shouldWriteTimesInIso() throws IOException {
        JsonNode channels = info(run(RunState.RUNNING, Optional.empty())).get("channels");

        assertThat(channels.get(0).get("lastX").asDouble()).isEqualTo(0.2);
        assertThat(channels.get(1).get("firstX").asText()).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(channels.get(1).get("lastX").asText()).isEqualTo("1970-01-01T00:00:01.500Z");
    }

    @Test
    void shouldLeaveValuesOutOfLists() throws IOException {
        StringWriter out = new StringWriter();
        RunJson.write(List.of(run(RunState.FINISHED, Optional.of(EndReason.DISK_FULL))), out);
        JsonNode runs = new ObjectMapper().readTree(out.toString());

        assertThat(runs).hasSize(1);
        assertThat(runs.get(0).get("endReason").asText()).isEqualTo("disk-full");
        assertThat(keys(runs.get(0).get("channels").get(0))).containsExactly("name", "kind", "unit", "columns", "count", "dropped");
    }

    @Test
    void shouldWriteAnEmptyArrayWhenThereAreNoRuns() throws IOException {
        StringWriter out = new StringWriter();

        RunJson.write(List.of(), out);

        assertThat(new ObjectMapper().readTree(out.toString()).isArray()).isTrue();
    }

    private static JsonNode info(RunSummary run) throws IOException {
        StringWriter out = new StringWriter();
        RunJson.write(run, out);
        return new ObjectMapper().readTree(out.toString());
    }

    private static RunSummary run(RunState state, Optional<EndReason> reason) {
        Instant start = Instant.parse("2026-11-21T14:30:00Z");
        return new RunSummary("pendulum", Path.of("/runs/pendulum"), state, reason, new WritingProcess("host", 42, 0), "java Pendulum",
                start, start.plusSeconds(5), 4096, 1, 0, Map.of("dt", "0.001"), List.of(ENERGY, PRICE, DENSITY),
                List.of(new Note(1, Double.NaN, NoteLevel.WARNING, "", "turning point")));
    }

    private static SampleX number(double x) {
        return new SampleX(XType.NUMBER, x, 0);
    }

    private static SampleX time(long epochNs) {
        return new SampleX(XType.TIME, Double.NaN, epochNs);
    }

    private static List<String> keys(JsonNode node) {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }
}
