// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Reads a table of text, row by row as it comes, into a run. Made for one table; {@link #stop()} from any thread, everything else from one.
 */
final class Ingest {
    /** A producer that begins slower than this is told where its data will go before the first row has come. */
    private static final long ANNOUNCE_NS = TimeUnit.MILLISECONDS.toNanos(300);

    private final IngestOptions options;
    private final RowTarget target;
    private final Consumer<String> notices;
    private final RowProblems problems;

    private TextFeed feed;
    private boolean stopRequested;
    private boolean announced;
    private boolean notUtf8Said;
    private IngestReport report = new IngestReport(0, 0, 0, 0);

    /**
     * Prepares to read.
     *
     * @param options what the user says about the table
     * @param target  where the rows go
     * @param notices takes what the user should know, a line each
     */
    Ingest(IngestOptions options, RowTarget target, Consumer<String> notices) {
        this.options = options;
        this.target = target;
        this.notices = notices;
        this.problems = new RowProblems(options.strict(), notices);
    }

    /**
     * Reads all of the input; returns at its end or soon after {@link #stop()}.
     *
     * @param input the bytes of the table; stays open
     * @return what became of it
     * @throws IngestException if there is nothing to record, or not further; {@link #report()} says what was recorded before
     */
    IngestReport read(InputStream input) {
        try (TextFeed opened = begin(input)) {
            Sampler sampler = new Sampler(opened);
            Plan plan = plan(sampler);
            plan.notices().forEach(notices);
            announce();
            readRows(sampler, plan.layout());
        } catch (IOException failed) {
            throw new IngestException("reading failed: " + failed.getMessage(), failed);
        }
        return report;
    }

    /** Ends the reading soon: what has come is still recorded, a row that has not come whole is not. Does not block. */
    synchronized void stop() {
        stopRequested = true;
        if (feed != null) {
            feed.stop();
        }
    }

    /** What became of the table so far, for the reading thread. */
    IngestReport report() {
        return report;
    }

    private synchronized TextFeed begin(InputStream input) {
        feed = new TextFeed(input);
        if (stopRequested) {
            feed.stop();
        }
        return feed;
    }

    private void announce() {
        if (!announced) {
            announced = true;
            target.announce();
        }
    }

    private Plan plan(Sampler sampler) throws IOException {
        LayoutPlanner planner = new LayoutPlanner(options);
        long announceAtNs = System.nanoTime() + ANNOUNCE_NS;
        while (true) {
            boolean more = sampler.gather(announced ? Long.MAX_VALUE : Math.max(0, announceAtNs - System.nanoTime()));
            if (more) {
                String sample = sampler.sample();
                NotText.refuse(sample);
                Optional<Plan> plan = planner.plan(sample, sampler.ended());
                if (plan.isPresent()) {
                    return plan.get();
                }
            }
            if (System.nanoTime() - announceAtNs >= 0) {
                announce();
            }
        }
    }

    private void readRows(Sampler sampler, Layout layout) throws IOException {
        RowReader reader = new RowReader(layout, target.open(layout), problems, options.sparse() ? RowSink.ABSENT : Double.NaN);
        try {
            Rows rows = layout.dialect().rows(sampler, reader);
            while (rows.next() && !sampler.cut()) {
                checkUtf8(reader.line());
                reader.end();
            }
            checkUtf8(Long.MAX_VALUE);
        } finally {
            report = reader.report();
        }
        if (report.rows() == 0 && report.skippedRows() > 0) {
            throw new IngestException("none of the " + report.skippedRows() + " rows fits; " + problems.first());
        }
    }

    private void checkUtf8(long line) {
        long badLine = feed.firstBadLine();
        if (badLine == 0 || notUtf8Said) {
            return;
        }
        if (!options.strict()) {
            notUtf8Said = true;
            notices.accept("line " + badLine + ": bytes that are not UTF-8, read as '\ufffd' (said once); iconv converts the table");
        } else if (line >= badLine) {
            throw new IngestException("line " + badLine + ": bytes that are not UTF-8; ended by --strict");
        }
    }
}
