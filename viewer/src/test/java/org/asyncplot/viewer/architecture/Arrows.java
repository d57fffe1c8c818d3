// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;

/** Which package may know which. The root is a parameter, so that samples that break each rule can be put to the same rules. */
enum Arrows {
    FORMAT_KNOWS_JDK_AND_AGRONA_ONLY {
        @Override
        ArchRule under(String root) {
            return classes().that(in(root, "core.format")).should().onlyDependOnClassesThat(
                    in(root, "core.format").or(resideInAnyPackage("java..", "org.agrona..")));
        }
    },
    QUEUE_KNOWS_NOTHING_ABOVE_IT {
        @Override
        ArchRule under(String root) {
            return never(root, in(root, "core.queue"), in(root, "core.run", "core.series"));
        }
    },
    RUN_KNOWS_NOTHING_ABOVE_IT {
        @Override
        ArchRule under(String root) {
            return never(root, in(root, "core.run"), in(root, "core.series"));
        }
    },
    FIGURE_KNOWS_JDK_AND_YAML_ONLY {
        @Override
        ArchRule under(String root) {
            return classes().that(in(root, "core.figure")).should().onlyDependOnClassesThat(
                    in(root, "core.figure").or(resideInAnyPackage("java..", "org.snakeyaml.engine..")));
        }
    },
    CORE_KNOWS_NO_OTHER_MODULE {
        @Override
        ArchRule under(String root) {
            return never(root, in(root, "core"), in(root, "writer", "viewer"));
        }
    },
    WRITER_KNOWS_NO_VIEWER {
        @Override
        ArchRule under(String root) {
            return never(root, in(root, "writer"), in(root, "viewer"));
        }
    },
    WRITER_IS_KNOWN_TO_COMMANDS_AND_INGEST_ONLY {
        @Override
        ArchRule under(String root) {
            return never(root, outside(root, "writer", "viewer.cli", "viewer.ingest", "benchmarks"), in(root, "writer"));
        }
    },
    JAVAFX_IS_KNOWN_TO_FX_ONLY {
        @Override
        ArchRule under(String root) {
            return never(root, outside(root, "viewer.fx", "benchmarks"), resideInAPackage("javafx.."));
        }
    },
    AWT_IS_KNOWN_TO_PLOTS_ONLY {
        @Override
        ArchRule under(String root) {
            return never(root, outside(root, "viewer.plot", "core.plotter", "benchmarks"),
                    resideInAPackage("java.awt..").and(DescribedPredicate.not(resideInAPackage("java.awt.image.."))));
        }
    },
    AWT_IMAGES_ARE_KNOWN_TO_PLOTS_AND_VIEWERS_ONLY {
        @Override
        ArchRule under(String root) {
            return never(root, outside(root, "viewer", "core.plotter", "benchmarks"), resideInAPackage("java.awt.image.."));
        }
    },
    CHRONICLE_IS_KNOWN_TO_QUEUE_ONLY {
        @Override
        ArchRule under(String root) {
            return never(root, outside(root, "core.queue", "benchmarks"), resideInAPackage("net.openhft.."));
        }
    },
    BENCHMARKS_ARE_KNOWN_TO_NOBODY {
        @Override
        ArchRule under(String root) {
            return never(root, outside(root, "benchmarks"), in(root, "benchmarks"));
        }
    },
    PACKAGES_FORM_NO_CYCLES {
        @Override
        ArchRule under(String root) {
            return slices().matching(root + ".(**)").should().beFreeOfCycles();
        }
    };

    abstract ArchRule under(String root);

    private static ArchRule never(String root, DescribedPredicate<JavaClass> these, DescribedPredicate<JavaClass> those) {
        return noClasses().that(resideInAPackage(root + "..").and(these)).should().dependOnClassesThat(those);
    }

    private static DescribedPredicate<JavaClass> in(String root, String... packages) {
        return resideInAnyPackage(Arrays.stream(packages).map(name -> root + "." + name + "..").toArray(String[]::new));
    }

    private static DescribedPredicate<JavaClass> outside(String root, String... packages) {
        return DescribedPredicate.not(in(root, packages));
    }
}
