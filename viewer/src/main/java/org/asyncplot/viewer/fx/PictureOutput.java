// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.asyncplot.viewer.plot.PngFile;

/** Saves pictures under names of their own. */
final class PictureOutput {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    private final Path directory;

    PictureOutput(Path directory) {
        this.directory = directory;
    }

    /**
     * Saves a picture.
     *
     * @param picture the picture
     * @param now     for its name
     * @return one line for the user
     */
    String save(Picture picture, LocalDateTime now) {
        Path file = free(picture.heading(), now);
        try {
            PngFile.write(file, picture.argb(), picture.widthPx(), picture.heightPx());
            return "saved " + file.toAbsolutePath();
        } catch (IOException refused) {
            String why = refused instanceof FileSystemException files && files.getReason() != null ? files.getReason()
                : refused.getClass().getSimpleName().replace("AccessDeniedException", "permission denied");
            return "not saved into " + directory.toAbsolutePath() + ": " + why;
        }
    }

    private Path free(Picture.Heading heading, LocalDateTime now) {
        String run = heading.run().isEmpty() ? heading.title() : heading.run();
        String name = run.replaceAll("[^A-Za-z0-9._+#-]+", "_") + "-" + STAMP.format(now);
        Path file = directory.resolve(name + ".png");
        for (int number = 2; Files.exists(file); number++) {
            file = directory.resolve(name + "-" + number + ".png");
        }
        return file;
    }
}
