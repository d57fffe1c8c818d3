// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 10, unit = TimeUnit.SECONDS)
class PlotOptionTest {
    private static final Path README = Path.of("../README.md");

    @Test
    void shouldStandInTheReadmeAsTheCodeHasThem() throws IOException {
        assertThat(Files.readString(README)).as("README.md has to contain this table:\n%s", PlotOption.table()).contains(PlotOption.table());
    }

    @Test
    void shouldNameEveryMethodAndPropertyOfTheContext() throws ReflectiveOperationException {
        Set<String> setters = Arrays.stream(PlotContext.class.getMethods())
            .filter(method -> method.getReturnType() == PlotContext.class && method.getParameterCount() > 0).map(Method::getName)
            .collect(Collectors.toSet());
        List<PlotOption> options = List.of(PlotOption.values());
        assertThat(options).extracting(PlotOption::method).filteredOn(name -> !name.isEmpty()).containsExactlyInAnyOrderElementsOf(setters);
        for (Field field : PlotContext.class.getFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getName().endsWith("_PROPERTY")) {
                assertThat(options).as(field.getName()).extracting(option -> option.property().orElse("")).contains((String) field.get(null));
            }
        }
    }

    @Test
    void shouldPreferThePropertyToTheVariableAndSayWhereAValueComesFrom() {
        Map<String, String> properties = new HashMap<>();
        Map<String, String> environment = new HashMap<>();
        assertThat(PlotOption.OVERFLOW.inForce(properties::get, environment)).isEqualTo(new PlotOption.Setting("help", "default"));
        environment.put("ASYNCPLOT_OVERFLOW", " drop ");
        assertThat(PlotOption.OVERFLOW.inForce(properties::get, environment)).isEqualTo(new PlotOption.Setting("drop", "ASYNCPLOT_OVERFLOW"));
        properties.put("asyncplot.overflow", "help");
        assertThat(PlotOption.OVERFLOW.inForce(properties::get, environment)).isEqualTo(new PlotOption.Setting("help", "-Dasyncplot.overflow"));
        properties.put("asyncplot.overflow", "");
        assertThat(PlotOption.OVERFLOW.inForce(properties::get, environment).value()).isEqualTo("drop");
    }
}
