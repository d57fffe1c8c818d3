// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.asyncplot.core.run.Run;
import org.asyncplot.core.run.Samples;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that others made, through pipe, info and snapshot, hold what an independent reader finds in them. */
@Timeout(120)
@DisabledOnOs(OS.WINDOWS)
final class PublicDataProcessTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({"aapl.csv, iso", "seattle-weather.csv, iso", "seattle-weather-hourly-normals.csv, iso",
        "mauna-loa-co2-weekly.csv, yyyyMMdd"})
    void shouldHoldWhatAnIndependentReaderFinds(String name, String timeFormat) throws Exception {
        Path file = directory.resolve(name);
        try (InputStream data = resource(name)) {
            Files.copy(data, file);
        }
        JsonNode expected;
        try (InputStream findings = resource("expected.json")) {
            expected = new ObjectMapper().readTree(findings).path(name);
        }

        ProcessRun pipe = shell("cat " + name + " | \"$ASYNCPLOT\" pipe --time-format " + timeFormat);

        assertThat(pipe.exitCode()).as(pipe.err()).isZero();
        Path recorded = Path.of(pipe.out().strip());
        List<String> names = new ArrayList<>();
        expected.path("columns").fieldNames().forEachRemaining(names::add);
        assertThat(pipe.err()).contains(expected.path("rows").asInt() + " rows, " + names.size()
                + (names.size() == 1 ? " column" : " columns")
                + ", none malformed");
        expected.path("notNumeric").forEach(left -> assertThat(pipe.err()).contains("left out, not numeric: " + left.asText() + " ("));
        try (Run run = Run.open(recorded)) {
            assertThat(run.channels()).extracting(channel -> channel.name()).isEqualTo(names);
            for (String column : names) {
                compare(run.signal(column).pin(), expected, expected.path("columns").path(column), column);
            }
        }
        compareInfo(shell("\"$ASYNCPLOT\" info --json " + recorded), expected, names);
        ProcessRun snapshot = shell("\"$ASYNCPLOT\" snapshot " + recorded + " -o picture.png");
        assertThat(snapshot.exitCode()).as(snapshot.err()).isZero();
        assertThat(Files.readAllBytes(directory.resolve("picture.png"))).startsWith(0x89, 'P', 'N', 'G');
    }

    private static InputStream resource(String name) {
        return PublicDataProcessTest.class.getResourceAsStream("/data/" + name);
    }

    private ProcessRun shell(String script) throws IOException, InterruptedException {
        Map<String, String> environment = Map.of("ASYNCPLOT_RUNS", directory.resolve("runs").toString(), "ASYNCPLOT",
                ProcessRun.LAUNCHER.toString());
        return ProcessRun.of(directory, environment, List.of("sh", "-c", script));
    }

    private static void compare(Samples samples, JsonNode file, JsonNode column, String name) {
        List<Double> present = new ArrayList<>();
        for (long i = 0; i < samples.count(); i++) {
            double y = samples.y(0, i);
            if (!Double.isNaN(y)) {
                present.add(y);
            }
        }
        assertThat(samples.count()).as(name).isEqualTo(file.path("rows").asLong());
        assertThat(samples.timeNs(0)).isEqualTo(epochNs(file.path("x").path("first").asText()));
        assertThat(samples.timeNs(samples.count() - 1)).isEqualTo(epochNs(file.path("x").path("last").asText()));
        assertThat(present).as(name).hasSize(column.path("count").asInt());
        assertThat(present.get(0)).as(name).isEqualTo(column.path("first").asDouble());
        assertThat(present.get(present.size() - 1)).as(name).isEqualTo(column.path("last").asDouble());
        assertThat(present.stream().mapToDouble(Double::doubleValue).min()).as(name).hasValue(column.path("min").asDouble());
        assertThat(present.stream().mapToDouble(Double::doubleValue).max()).as(name).hasValue(column.path("max").asDouble());
    }

    private static void compareInfo(ProcessRun info, JsonNode file, List<String> names) throws IOException {
        JsonNode channels = new ObjectMapper().readTree(info.out()).path("channels");
        assertThat(channels).hasSize(names.size());
        for (JsonNode channel : channels) {
            assertThat(names).contains(channel.path("name").asText());
            assertThat(channel.path("count").asLong()).isEqualTo(file.path("rows").asLong());
            assertThat(Instant.parse(channel.path("firstX").asText())).isEqualTo(moment(file.path("x").path("first").asText()));
            assertThat(Instant.parse(channel.path("lastX").asText())).isEqualTo(moment(file.path("x").path("last").asText()));
            assertThat(channel.path("last").path(0).asDouble())
                    .isEqualTo(file.path("columns").path(channel.path("name").asText()).path("last").asDouble());
        }
    }

    private static long epochNs(String text) {
        return moment(text).getEpochSecond() * 1_000_000_000L;
    }

    private static Instant moment(String text) {
        if (text.length() == "yyyyMMdd".length()) {
            return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE).atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        return text.contains("T") ? LocalDateTime.parse(text).toInstant(ZoneOffset.UTC)
                : LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
