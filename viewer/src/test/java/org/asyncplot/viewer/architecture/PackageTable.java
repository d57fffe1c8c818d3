// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.architecture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The table of packages in the README. */
final class PackageTable {
    private static final Pattern SECTION = Pattern.compile("(?ms)^## Packages$(.*?)(?=^## |\\z)");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(org\\.asyncplot[\\w.]*)` \\| \\S.* \\|$");

    private PackageTable() {
    }

    /** Packages that have a row with a purpose. */
    static Set<String> rows(String readme) {
        Matcher section = SECTION.matcher(readme);
        Set<String> rows = new TreeSet<>();
        if (section.find()) {
            Matcher row = ROW.matcher(section.group(1));
            while (row.find()) {
                if (!rows.add(row.group(1))) {
                    throw new IllegalArgumentException("two rows for " + row.group(1));
                }
            }
        }
        return rows;
    }

    /** The folder that holds all modules: tests run in one of them. */
    static Path top(Path inside) {
        for (Path folder = inside.toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("README.md")) && Files.isDirectory(folder.resolve("core"))) {
                return folder;
            }
        }
        throw new IllegalStateException("no folder with README.md and core above " + inside);
    }
}
