// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class DoctorCommandTest {
    @TempDir
    private Path directory;

    private final ObjectMapper json = new ObjectMapper();

    private CommandTester tester() {
        return new CommandTester(directory.resolve("asyncplot.properties"));
    }

    @Test
    void shouldSayWhatIsThereAndLeaveNothingBehind() throws IOException {
        CommandTester tester = tester();
        Path runs = directory.resolve("not/yet/there");

        assertThat(tester.run("doctor", "--runs", runs.toString())).isEqualTo(ExitCode.DONE);

        assertThat(tester.out()).contains("Java", "JVM access", runs + " (--runs), to be made in " + directory, "file system", "populate",
                "fallocate", "free disk", "shared memory", "display", "show()", "fonts", "OPTION");
        assertThat(tester.out()).containsPattern("ok +show\\(\\) +\\S*java -XX:\\+UseSerialGC .* view RUN \\(class path\\)")
                .containsPattern("show\\(\\) elsewhere +\\S");
        assertThat(tester.err()).isEmpty();
        assertThat(directory.toFile().list()).isEmpty();
    }

    @Test
    void shouldNameThePlaceOfEachOption() throws IOException {
        Files.writeString(directory.resolve("asyncplot.properties"), "runs = " + directory + "\nsize = 640x480\n");
        CommandTester tester = tester();
        tester.environment.put("ASYNCPLOT_THEME", "dark");

        assertThat(tester.run("doctor", "--json", "--log", "info")).isEqualTo(ExitCode.DONE);

        JsonNode found = json.readTree(tester.out());
        assertThat(option(found, "runs")).isEqualTo(directory + " from " + directory.resolve("asyncplot.properties"));
        assertThat(option(found, "size")).isEqualTo("640x480 from " + directory.resolve("asyncplot.properties"));
        assertThat(option(found, "theme")).isEqualTo("dark from ASYNCPLOT_THEME");
        assertThat(option(found, "log")).isEqualTo("info from --log");
        assertThat(option(found, "overflow")).isEqualTo("help from default");
        for (JsonNode finding : found.get("findings")) {
            assertThat(finding.get("cost").isNull()).as(finding.toString()).isEqualTo(finding.get("grade").asText().equals("ok"));
        }
    }

    private static String option(JsonNode found, String name) {
        for (JsonNode option : found.get("options")) {
            if (option.get("name").asText().equals(name)) {
                return option.get("value").asText() + " from " + option.get("from").asText();
            }
        }
        return "";
    }

    @Test
    void shouldSayWhatEachLackCosts() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        CommandTester tester = tester();

        assertThat(tester.run("doctor", "--runs", file.resolve("runs").toString())).isEqualTo(ExitCode.DONE);

        assertThat(tester.out()).containsPattern("lack +runs directory").contains(file + " cannot be written, so plotting is off");
        assertThat(DiskFindings.kind("btrfs").cost()).contains("copies on write");
        assertThat(DiskFindings.kind("nfs4").cost()).contains("not supported");
        assertThat(DiskFindings.kind("ext4").cost()).isEmpty();
        assertThat(DiskFindings.space(1000).cost()).contains("asyncplot remove");
        assertThat(MachineFindings.display("Linux", Map.of()).cost()).contains("no windows");
        assertThat(MachineFindings.display("Linux", Map.of("DISPLAY", ":0")).cost()).isEmpty();
        assertThat(MachineFindings.java(16, "16").cost()).contains("17");
    }
}
