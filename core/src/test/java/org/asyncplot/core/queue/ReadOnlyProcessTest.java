// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class ReadOnlyProcessTest {
    @Test
    void shouldLoadWithoutLeavingATrace() {
        assertThatCode(ReadOnlyProcess::load).doesNotThrowAnyException();

        assertThat(Path.of("/nonexistent")).doesNotExist();
    }
}
