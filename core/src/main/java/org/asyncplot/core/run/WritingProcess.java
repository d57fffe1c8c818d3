// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.run;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * The process that writes, or wrote, a run, as its header names it.
 *
 * @param host    where it ran
 * @param pid     its number there
 * @param startMs when it started, epoch ms, 0 if the platform does not tell
 */
public record WritingProcess(String host, long pid, long startMs) {
    private static final Path LINUX_HOST_NAME = Path.of("/proc/sys/kernel/hostname");
    /** The start is derived from the time since boot: two looks at it differ by the corrections of the clock in between. */
    private static final long START_TOLERANCE_MS = 2_000;

    /**
     * This process.
     *
     * @return what a header says of it
     */
    public static WritingProcess current() {
        ProcessHandle self = ProcessHandle.current();
        return new WritingProcess(localHost(), self.pid(), startMs(self));
    }

    /**
     * Whether it ran on this host, so that its pid means something here.
     *
     * @return true if the names of the hosts agree
     */
    public boolean isLocal() {
        return host.equals(localHost());
    }

    /**
     * Whether it still runs here; a later process with the same number does not count.
     *
     * @return true if it is alive
     */
    public boolean isAlive() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(process -> {
            long foundMs = startMs(process);
            return startMs == 0 || foundMs == 0 || Math.abs(foundMs - startMs) <= START_TOLERANCE_MS;
        }).isPresent();
    }

    /** Whether this or a later process with the same number runs here. */
    boolean isNumberInUse() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }

    private static long startMs(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private static String localHost() {
        try {
            // Asking the resolver may take seconds where there is no network.
            return Files.isReadable(LINUX_HOST_NAME) ? Files.readString(LINUX_HOST_NAME).strip() : InetAddress.getLocalHost().getHostName();
        } catch (IOException unknown) {
            return "localhost";
        }
    }
}
