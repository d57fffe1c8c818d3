// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

@Timeout(10)
final class OptionDefaultsTest {
    private static final OptionSpec TIME_FORMAT = OptionSpec.builder("--time-format").type(String.class).build();

    @TempDir
    private Path directory;

    private final Map<String, String> systemProperties = new HashMap<>();
    private final Map<String, String> environment = new HashMap<>();
    private Path file;
    private OptionDefaults defaults;

    @BeforeEach
    void createDefaults() {
        file = directory.resolve("asyncplot.properties");
        defaults = new OptionDefaults(systemProperties::get, environment, file);
    }

    @Test
    void shouldHaveNoValueWhenNothingIsSet() {
        assertThat(defaults.defaultValue(TIME_FORMAT)).isNull();
    }

    @Test
    void shouldPreferSystemPropertyToEnvironmentToFile() throws IOException {
        Files.writeString(file, "# ours\ntime-format = fr\u00fch\n");
        assertThat(defaults.setting(TIME_FORMAT)).contains(new OptionDefaults.Setting("fr\u00fch", file.toString()));

        environment.put("ASYNCPLOT_TIME_FORMAT", "ms");
        assertThat(defaults.setting(TIME_FORMAT)).contains(new OptionDefaults.Setting("ms", "ASYNCPLOT_TIME_FORMAT"));

        systemProperties.put("asyncplot.time-format", "us");
        assertThat(defaults.setting(TIME_FORMAT)).contains(new OptionDefaults.Setting("us", "-Dasyncplot.time-format"));
    }

    @Test
    void shouldCountEmptyVariableAsUnset() {
        environment.put("ASYNCPLOT_TIME_FORMAT", "");

        assertThat(defaults.defaultValue(TIME_FORMAT)).isNull();
    }

    @Test
    void shouldLeaveHelpAndPositionalParametersAlone() {
        environment.put("ASYNCPLOT_HELP", "true");
        environment.put("ASYNCPLOT_RUN", "pendulum");

        assertThat(defaults.defaultValue(OptionSpec.builder("--help").usageHelp(true).build())).isNull();
        assertThat(defaults.defaultValue(PositionalParamSpec.builder().paramLabel("RUN").build())).isNull();
    }

    @Test
    void shouldTakeNamesOfCodeFromTheCommandLineOnly() throws IOException {
        Files.writeString(file, "class-path = evil.jar\n");
        environment.put("ASYNCPLOT_PLOTTER", "Evil");
        systemProperties.put("asyncplot.option", "key=value");

        for (String name : List.of("--class-path", "--plotter", "--option")) {
            assertThat(defaults.defaultValue(OptionSpec.builder(name).type(String.class).build())).as(name).isNull();
        }
    }

    @Test
    void shouldFollowPlatform() {
        Path home = directory;
        String name = "asyncplot/asyncplot.properties";

        assertThat(OptionDefaults.file("Linux", home, environment)).isEqualTo(home.resolve(".config").resolve(name));
        assertThat(OptionDefaults.file("Mac OS X", home, environment)).isEqualTo(home.resolve("Library/Application Support").resolve(name));
        assertThat(OptionDefaults.file("Windows 11", home, environment)).isEqualTo(home.resolve("AppData/Roaming").resolve(name));

        environment.put("XDG_CONFIG_HOME", directory.resolve("xdg").toString());
        assertThat(OptionDefaults.file("Linux", home, environment)).isEqualTo(directory.resolve("xdg").resolve(name));

        environment.put("XDG_CONFIG_HOME", "relative");
        assertThat(OptionDefaults.file("Linux", home, environment)).isEqualTo(home.resolve(".config").resolve(name));
    }
}
