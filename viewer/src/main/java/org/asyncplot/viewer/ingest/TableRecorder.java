// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.ingest;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.asyncplot.writer.PlotContext;

/**
 * Records a table of text as a run, each row visible as soon as its line has come. Made for one table; {@link #stop()} from any thread,
 * {@link #record} from one.
 */
public final class TableRecorder {
    private final RunTarget target;
    private final Ingest ingest;

    /**
     * Prepares to record; no run is made yet.
     *
     * @param options   what the user says about the table
     * @param context   how to open the run; its error handler is set here
     * @param announced hears where the run lies: when the columns are known, or before that if the input is silent for 0.3 s
     * @param notices   takes what the user should know, a line each
     */
    public TableRecorder(IngestOptions options, PlotContext context, Consumer<Path> announced, Consumer<String> notices) {
        target = new RunTarget(context, announced, notices);
        ingest = new Ingest(options, target, notices);
    }

    /**
     * Records until the end of the input, or until soon after {@link #stop()}.
     *
     * @param input the bytes of the table; stays open
     * @return how it ended; the run is closed, or gone if nothing came to be in it
     */
    public Recorded record(InputStream input) {
        Optional<IngestException> failure = Optional.empty();
        try {
            ingest.read(input);
        } catch (IngestException failed) {
            failure = Optional.of(failed);
        } finally {
            target.close();
        }
        long dropped = 0;
        if (ingest.report().rows() > 0) {
            dropped = target.dropped();
        } else if (target.directory().isPresent()) {
            target.discard();
        }
        return new Recorded(target.directory(), ingest.report(), dropped, failure);
    }

    /** Ends the recording soon: what has come is still recorded, a row that has not come whole is not. Does not block. */
    public void stop() {
        ingest.stop();
    }
}
