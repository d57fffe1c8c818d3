// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class HeadStartTest {
    @Test
    void shouldFindTheCommandBehindOptions() {
        assertThat(HeadStart.command(List.of("--runs", "list", "--log=debug", "snapshot", "info"))).contains("snapshot");
        assertThat(HeadStart.command(List.of("--help"))).isEmpty();
        assertThat(HeadStart.command(List.of("--runs"))).isEmpty();
        assertThat(HeadStart.command(List.of())).isEmpty();
    }
}
