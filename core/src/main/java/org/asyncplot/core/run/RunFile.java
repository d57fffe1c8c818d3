// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.run;

import java.lang.ref.Cleaner;
import java.util.ArrayList;
import java.util.List;
import org.asyncplot.core.format.RunHeader;
import org.asyncplot.core.queue.Region;

/**
 * One file of an open run, which its writer may delete at any time: then it reads as zeros. Whoever has read something of it asks afterwards
 * whether it is retired, and if so forgets what it read. The mappings go when nobody refers to the file any more.
 */
final class RunFile {
    private static final Cleaner CLEANER = Cleaner.create();

    private final RunHeader header;
    private final long headerIndex;
    private final Mappings mappings = new Mappings();
    private final Cleaner.Cleanable cleanable = CLEANER.register(this, mappings);

    /** What keeps the file mapped; knows nothing of the file, which could never be forgotten otherwise. */
    private static final class Mappings implements Runnable {
        private final List<Region> regions = new ArrayList<>();

        synchronized void add(Region region) {
            regions.add(region);
        }

        @Override
        public synchronized void run() {
            regions.forEach(Region::close);
            regions.clear();
        }
    }

    RunFile(Region headerRegion) {
        this.header = new RunHeader(headerRegion.buffer());
        this.headerIndex = headerRegion.index();
        mappings.add(headerRegion);
    }

    RunHeader header() {
        return header;
    }

    /** Where the header lies. */
    long headerIndex() {
        return headerIndex;
    }

    boolean isRetired() {
        return header.isRetired();
    }

    /** Gives the mappings back now. */
    void close() {
        cleanable.clean();
    }
}
