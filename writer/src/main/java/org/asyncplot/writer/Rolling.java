// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.asyncplot.core.format.RunHeader;
import org.asyncplot.core.queue.QueueFile;
import org.asyncplot.core.queue.Region;

/**
 * Begins new files and retires old ones; the agent's. A file is begun in steps, each holding the supply lock for one document: until the
 * last step the file before counts, so that neither a reader nor a kill sees half a roll.
 */
final class Rolling {
    private static final long RETRY_NS = TimeUnit.SECONDS.toNanos(1);
    /** With retention by time, so many files have what is to be kept. */
    private static final int FILES_KEPT = 4;

    private final Recording recording;
    private final long rollBytes;
    private final long rollNs;
    private final long keepBytes;
    private final long keepNs;
    /** Oldest first, without the one that is written. */
    private final ArrayDeque<OldFile> old = new ArrayDeque<>();
    private final List<Region> definitions = new ArrayList<>();
    private Region begun;
    private boolean prepared;
    /** Chronicle could not begin a file: nothing more can be recorded. */
    private boolean failed;
    private long bytesOfOld;
    private long retryDueNs;
    private long beganNs = System.nanoTime();
    private long beganPublished;

    /** A file that is written no more. */
    private record OldFile(int number, long bytes, long leftNs, Region header) {
    }

    Rolling(Recording recording, PlotContext context) {
        this.recording = recording;
        this.rollBytes = context.rollBytes();
        this.keepBytes = context.keepBytes();
        this.keepNs = context.keepNs();
        this.rollNs = keepNs == 0 ? Long.MAX_VALUE : keepNs / FILES_KEPT;
        this.retryDueNs = beganNs;
    }

    /** One turn; returns how much was done. */
    int doWork(long nowNs) {
        int work = begun != null || !failed && isDue(nowNs) ? roll(nowNs) : 0;
        return work + retire(nowNs);
    }

    private boolean isDue(long nowNs) {
        long bytes = recording.writer().fileBytes();
        return bytes >= rollBytes - rollBytes / 4 || nowNs - beganNs >= rollNs && published() != beganPublished;
    }

    private long published() {
        long sum = 0;
        for (Supply supply : recording.supplies()) {
            sum += supply.published();
        }
        return sum;
    }

    private int roll(long nowNs) {
        if (!prepared) {
            if (recording.isRefusing() || nowNs - retryDueNs < 0) {
                return 0;
            }
            prepared = recording.writer().prepareRoll();
            retryDueNs = prepared ? nowNs : nowNs + RETRY_NS;
            return prepared ? 1 : 0;
        }
        if (begun == null) {
            if (recording.writer().fileBytes() < rollBytes && nowNs - beganNs < rollNs) {
                return 0;
            }
            long lockedNs = System.nanoTime();
            begun = recording.beginFile();
            failed = begun == null;
            recording.log().tell("began file " + recording.file() + ", " + (System.nanoTime() - lockedNs) / 1000 + " us under the lock");
        }
        return begun != null && define() ? finish(nowNs) : 0;
    }

    /** Defines the channels in the new file, one after the other; false if there is no room just now. */
    private boolean define() {
        while (definitions.size() < recording.supplies().size()) {
            recording.lock();
            try {
                if (!defineNext()) {
                    return false;
                }
            } finally {
                recording.unlock();
            }
        }
        return true;
    }

    private boolean defineNext() {
        long previous = definitions.isEmpty() ? 0 : definitions.get(definitions.size() - 1).index();
        Region region = recording.redefine(recording.supplies().get(definitions.size()), previous);
        return region != null && definitions.add(region);
    }

    private int finish(long nowNs) {
        Region before;
        long lockedNs = System.nanoTime();
        recording.lock();
        try {
            if (recording.isDeclaring()) {
                return 0;
            }
            // Those that were declared meanwhile.
            while (definitions.size() < recording.supplies().size()) {
                if (!defineNext()) {
                    return 0;
                }
            }
            before = recording.finishFile(begun, definitions);
        } finally {
            recording.unlock();
        }
        recording.log().tell("file " + recording.file() + " counts, " + (System.nanoTime() - lockedNs) / 1000 + " us under the lock for "
            + definitions.size() + " channels");
        definitions.clear();
        begun = null;
        prepared = false;
        beganNs = nowNs;
        beganPublished = published();
        long bytes = recording.writer().giveBack();
        remember(new OldFile(QueueFile.numberOf(before.index()), bytes, nowNs, before));
        recording.clocks().close();
        recording.supplies().forEach(supply -> supply.leaveFile(nowNs));
        return 1;
    }

    private void remember(OldFile file) {
        if (keepBytes == 0 && keepNs == 0) {
            file.header().close();
            return;
        }
        old.add(file);
        bytesOfOld += file.bytes();
    }

    /** Deletes the oldest files that are too much or too old, but for those that have the newest of a channel. */
    private int retire(long nowNs) {
        if (old.isEmpty() || begun != null || !isExpired(old.peek(), nowNs)) {
            return 0;
        }
        Set<Integer> held = held();
        int retired = 0;
        for (Iterator<OldFile> files = old.iterator(); files.hasNext(); ) {
            OldFile file = files.next();
            if (!isExpired(file, nowNs)) {
                return retired;
            }
            if (!held.contains(file.number())) {
                files.remove();
                bytesOfOld -= file.bytes();
                delete(file);
                recording.log().tell("file " + file.number() + " deleted");
                retired++;
            }
        }
        if (retired == 0) {
            recording.supplies().forEach(supply -> supply.leaveFile(nowNs));
        }
        return retired;
    }

    private boolean isExpired(OldFile file, long nowNs) {
        return keepBytes > 0 && bytesOfOld + recording.writer().takenBytes() > keepBytes || keepNs > 0 && nowNs - file.leftNs() > keepNs;
    }

    private Set<Integer> held() {
        Set<Integer> files = new HashSet<>();
        recording.lock();
        try {
            for (Supply supply : recording.supplies()) {
                supply.held(index -> files.add(QueueFile.numberOf(index)));
            }
        } finally {
            recording.unlock();
        }
        return files;
    }

    private void delete(OldFile file) {
        new RunHeader(file.header().buffer()).retire();
        file.header().close();
        try {
            recording.writer().delete(file.number());
        } catch (IOException kept) {
            recording.log().tell("file " + file.number() + " cannot be deleted: " + kept);
        }
    }

    /** Once nothing is written any more. */
    void close() {
        old.forEach(file -> file.header().close());
        if (begun != null) {
            begun.close();
        }
    }
}
