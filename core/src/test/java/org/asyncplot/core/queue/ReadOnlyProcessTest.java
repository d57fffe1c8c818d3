// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
final class ReadOnlyProcessTest {
    @TempDir
    private Path directory;

    @Test
    void shouldLoadWithoutLeavingATrace() {
        ReadOnlyProcess.look(directory.resolve("missing"));

        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void shouldFindSomethingToOpen() {
        assertThatCode(ReadOnlyProcess::load).doesNotThrowAnyException();
    }
}
