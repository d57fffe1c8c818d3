// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.ingest;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.apache.arrow.vector.ipc.InvalidArrowFileException;
import org.asyncplot.writer.PlotContext;

/**
 * Records an Arrow IPC file as a run, column by column of each batch: null is no sample, NaN a gap. Made for one file; {@link #stop()} from
 * any thread, {@link #record} from one.
 */
public final class ArrowRecorder {
    private final IngestOptions options;
    private final PlotContext context;
    private final RunTarget target;
    private final Consumer<String> notices;
    private volatile boolean stopRequested;
    private long rows;
    private int columns;

    /**
     * Prepares to record; no run is made yet.
     *
     * @param options   of these, which column is x
     * @param context   how to open the run; its error handler and the parameters that the file has and it lacks are set here
     * @param announced hears where the run lies when the columns are known
     * @param notices   takes what the user should know, a line each
     */
    public ArrowRecorder(IngestOptions options, PlotContext context, Consumer<Path> announced, Consumer<String> notices) {
        this.options = options;
        this.context = context;
        this.target = new RunTarget(context, announced, notices);
        this.notices = notices;
    }

    /**
     * Records until the end of the file, or until soon after {@link #stop()}.
     *
     * @param file the file
     * @return how it ended; the run is closed, or gone if nothing came to be in it
     */
    public Recorded record(Path file) {
        Optional<IngestException> failure = Optional.empty();
        try {
            read(file);
        } catch (IngestException failed) {
            failure = Optional.of(failed);
        } catch (IOException | InvalidArrowFileException failed) {
            failure = Optional.of(new IngestException("cannot be read as an Arrow file: " + failed.getMessage(), failed));
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException | NegativeArraySizeException damaged) {
            failure = Optional.of(new IngestException("cannot be read as an Arrow file (" + damaged.getMessage()
                + "); is it damaged or compressed? asyncplot reads uncompressed ones", damaged));
        } finally {
            target.close();
        }
        long dropped = 0;
        if (rows > 0) {
            dropped = target.dropped();
        } else if (target.directory().isPresent()) {
            target.discard();
        }
        return new Recorded(target.directory(), new IngestReport(columns, rows, 0, 0), dropped, failure);
    }

    /** Ends the recording soon. Does not block. */
    public void stop() {
        stopRequested = true;
    }

    private void read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file); BufferAllocator allocator = new RootAllocator();
             ArrowFileReader reader = new ArrowFileReader(channel, allocator)) {
            VectorSchemaRoot root = reader.getVectorSchemaRoot();
            ArrowLayout layout = ArrowLayout.of(root.getSchema(), options.x());
            if (!layout.leftOut().isEmpty()) {
                notices.accept("left out, not numeric: " + Excerpt.list(layout.leftOut()));
            }
            addParameters(root.getSchema().getCustomMetadata());
            target.announce();
            List<ArrowChannel> channels = open(layout, root);
            columns = layout.columns();
            while (!stopRequested && reader.loadNextBatch()) {
                for (ArrowChannel signal : channels) {
                    signal.add(rows, root.getRowCount());
                }
                rows += root.getRowCount();
            }
        }
    }

    private void addParameters(Map<String, String> metadata) {
        metadata.forEach((key, value) -> {
            String name = key.startsWith(ArrowLayout.PARAMETER) ? key.substring(ArrowLayout.PARAMETER.length()) : "";
            if (!name.isEmpty() && !context.parameters().containsKey(name)) {
                context.parameter(name, value);
            }
        });
    }

    private List<ArrowChannel> open(ArrowLayout layout, VectorSchemaRoot root) {
        target.plot().xAxis(layout.xName(), layout.xUnit());
        List<ArrowChannel> channels = new ArrayList<>();
        for (ArrowLayout.Signal signal : layout.signals()) {
            channels.add(ArrowChannel.open(target.plot(), layout, signal, root));
        }
        return channels;
    }
}
