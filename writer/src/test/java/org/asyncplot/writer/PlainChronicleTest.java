// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.openhft.chronicle.queue.ChronicleQueue;
import net.openhft.chronicle.queue.ExcerptTailer;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import net.openhft.chronicle.wire.DocumentContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run is a plain Chronicle queue: whoever knows Chronicle and SBE reads it without this project's code. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class PlainChronicleTest {
    @TempDir
    Path runs;

    @Test
    void shouldListAllDocumentsWithAPlainTailer() {
        Path directory;
        try (Plot plot = Plot.open(new PlotContext().name("plain").runsDirectory(runs).agentInvoked(true))) {
            directory = plot.directory().orElseThrow();
            Signal signal = plot.signal("a", "");
            for (int i = 0; i < 257; i++) {
                signal.add(i, i);
            }
            plot.waveform("w", "", 4).put(new double[4]);
            plot.image("i", "", 2, 2).put(new double[4]);
            plot.notes().info("note");
            plot.figure("figure: f");
        }
        List<Integer> templates = new ArrayList<>();
        try (ChronicleQueue queue = SingleChronicleQueueBuilder.binary(directory).readOnly(true).build()) {
            ExcerptTailer tailer = queue.createTailer();
            while (true) {
                try (DocumentContext document = tailer.readingDocument()) {
                    if (!document.isPresent()) {
                        break;
                    }
                    long position = document.wire().bytes().readPosition();
                    int pad = (int) (-position & 7);
                    assertThat(document.wire().bytes().readUnsignedShort(position + pad + 4)).isEqualTo(16720);
                    templates.add(document.wire().bytes().readUnsignedShort(position + pad + 2));
                }
            }
        }
        assertThat(templates).containsExactly(1, 2, 3, 3, 2, 4, 2, 5, 6, 7, 9, 9, 9);
    }
}
