// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class PulseTest {
    @Test
    void shouldBeOnDemandWithTheToolkitThatThisIsBuiltWith() {
        assertThat(Pulse.isOnDemand()).isTrue();
    }
}
