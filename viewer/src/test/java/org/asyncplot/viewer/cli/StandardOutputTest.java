// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
final class StandardOutputTest {
    @Test
    void shouldBeQuietWhenReaderHasGone() {
        StandardOutput output = new StandardOutput(failing("Broken pipe"));

        output.write('x');
        output.flush();

        assertThat(output.failure()).isNull();
    }

    @Test
    void shouldKeepOtherFailures() {
        StandardOutput output = new StandardOutput(failing("No space left on device"));

        output.write('x');

        assertThat(output.failure()).hasMessage("No space left on device");
    }

    private static OutputStream failing(String message) {
        return new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException(message);
            }
        };
    }
}
