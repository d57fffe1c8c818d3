// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The README is the map: each package has a row and each row a package. */
@Timeout(30)
class PackageTableTest {
    private static final Path TOP = PackageTable.top(Path.of(System.getProperty("user.dir")));

    @Test
    void shouldHaveARowForEachPackageAndAPackageForEachRow() throws IOException {
        assertThat(PackageTable.rows(Files.readString(TOP.resolve("README.md")))).isEqualTo(packages());
    }

    @Test
    void shouldHaveAPurposeInEachPackage() throws IOException {
        for (Path folder : packageFolders()) {
            assertThat(folder.resolve("package-info.java")).content().as(folder.toString())
                    .containsPattern("(?s)/\\*\\*[\\s*]+[A-Z].*\\.\\s+\\*/\\s+package ");
        }
    }

    @Test
    void shouldReadOnlyRowsWithAPurposeInTheirSection() {
        assertThat(PackageTable.rows("""
                # a
                | `org.asyncplot.before` | not in the section |

                ## Packages
                | package | what it is for |
                |---|---|
                | `org.asyncplot.a.b` | it has one |
                | `org.asyncplot.c` |  |

                ## Next
                | `org.asyncplot.after` | not in the section |
                """)).containsExactly("org.asyncplot.a.b");
    }

    private static Set<String> packages() throws IOException {
        Set<String> names = new TreeSet<>();
        for (Path folder : packageFolders()) {
            String path = TOP.relativize(folder).toString().replace(folder.getFileSystem().getSeparator(), ".");
            names.add(path.substring(path.indexOf("src.main.java.") + "src.main.java.".length()));
        }
        return names;
    }

    private static Set<Path> packageFolders() throws IOException {
        Set<Path> folders = new TreeSet<>();
        for (String module : List.of("core", "writer", "viewer", "benchmarks")) {
            Path sources = TOP.resolve(module).resolve("src/main/java");
            if (Files.isDirectory(sources)) {
                try (Stream<Path> files = Files.walk(sources)) {
                    files.filter(file -> file.toString().endsWith(".java")).map(Path::getParent).forEach(folders::add);
                }
            }
        }
        return folders;
    }
}
