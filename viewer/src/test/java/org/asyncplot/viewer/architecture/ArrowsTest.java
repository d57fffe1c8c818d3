// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(120)
class ArrowsTest {
    private static final String ROOT = "org.asyncplot";
    private static final String SAMPLES = ArrowsTest.class.getPackageName() + ".violations";

    /** The samples that break each rule; a rule that finds any other, or none, proves nothing. */
    private static final Map<Arrows, String[]> CULPRITS = new EnumMap<>(Map.ofEntries(
            Map.entry(Arrows.FORMAT_KNOWS_JDK_AND_AGRONA_ONLY,
                    new String[] {"core.format.FormatNamesQueue", "core.format.FormatNamesYaml"}),
            Map.entry(Arrows.QUEUE_KNOWS_NOTHING_ABOVE_IT, new String[] {"core.queue.QueueNamesRun"}),
            Map.entry(Arrows.RUN_KNOWS_NOTHING_ABOVE_IT, new String[] {"core.run.RunNamesSeries"}),
            Map.entry(Arrows.FIGURE_KNOWS_JDK_AND_YAML_ONLY, new String[] {"core.figure.FigureNamesRun"}),
            Map.entry(Arrows.CORE_KNOWS_NO_OTHER_MODULE, new String[] {"core.series.SeriesNamesWriter"}),
            Map.entry(Arrows.WRITER_KNOWS_NO_VIEWER, new String[] {"writer.WriterNamesSource"}),
            Map.entry(Arrows.WRITER_IS_KNOWN_TO_COMMANDS_AND_INGEST_ONLY,
                    new String[] {"core.series.SeriesNamesWriter", "viewer.plot.PlotNamesWriter"}),
            Map.entry(Arrows.JAVAFX_IS_KNOWN_TO_FX_ONLY, new String[] {"viewer.plot.PlotNamesJavaFx"}),
            Map.entry(Arrows.AWT_IS_KNOWN_TO_PLOTS_ONLY, new String[] {"viewer.cli.CommandNamesColor"}),
            Map.entry(Arrows.AWT_IMAGES_ARE_KNOWN_TO_PLOTS_AND_VIEWERS_ONLY, new String[] {"writer.WriterNamesImage"}),
            Map.entry(Arrows.CHRONICLE_IS_KNOWN_TO_QUEUE_ONLY, new String[] {"core.run.RunNamesChronicle"}),
            Map.entry(Arrows.BENCHMARKS_ARE_KNOWN_TO_NOBODY, new String[] {"viewer.source.SourceNamesBenchmark"}),
            Map.entry(Arrows.PACKAGES_FORM_NO_CYCLES, new String[] {"viewer.batch.BatchNamesRemote", "viewer.remote.RemoteNamesBatch"})));

    private static JavaClasses ours;
    private static JavaClasses samples;

    @BeforeAll
    static void readClasses() {
        ours = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(ROOT);
        samples = new ClassFileImporter().importPackages(SAMPLES);
    }

    @ParameterizedTest
    @EnumSource
    void shouldHoldInOurCode(Arrows rule) {
        rule.under(ROOT).allowEmptyShould(true).check(ours);
    }

    @ParameterizedTest
    @EnumSource
    void shouldFindJustTheSamplesThatBreakIt(Arrows rule) {
        String report = rule.under(SAMPLES).evaluate(samples).getFailureReport().toString();

        assertThat(samples).filteredOn(sample -> report.contains("(" + sample.getSimpleName() + ".java:"))
                .extracting(sample -> sample.getName())
                .containsExactlyInAnyOrder(Arrays.stream(CULPRITS.get(rule)).map(name -> SAMPLES + "." + name).toArray(String[]::new));
    }

    @Test
    void shouldSeeTheCodeOfEveryModule() {
        assertThat(ours).extracting(known -> known.getPackageName()).contains("org.asyncplot.core.format", "org.asyncplot.core.format.sbe",
                "org.asyncplot.core.queue", "org.asyncplot.core.run", "org.asyncplot.core.series", "org.asyncplot.core.figure",
                "org.asyncplot.writer", "org.asyncplot.viewer.source");
    }
}
