// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.benchmarks.rig;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.asyncplot.core.run.Presence;
import org.asyncplot.core.run.Run;
import org.asyncplot.core.run.Samples;
import org.asyncplot.core.run.SignalChannel;

/**
 * Processes that read a run as windows do, without drawing: each of their readers looks for new samples every 50 µs, and takes the newest 60 times a second.
 * A process holds up to eight of them, so that 32 fit on few cores.
 */
final class Readers implements AutoCloseable {
    private static final int MOST_IN_A_PROCESS = 8;
    private static final long POLL_NS = 50_000;
    /** Some 60 pictures a second. */
    private static final int LOOKS_A_PICTURE = 300;

    /** So that nobody finds out that it is not needed. */
    private static volatile double newest;

    private final List<Process> processes;

    private Readers(List<Process> processes) {
        this.processes = processes;
    }

    /** Returns when all of them read. */
    static Readers attach(Path run, int readers) throws IOException {
        List<Process> processes = new ArrayList<>();
        Readers attached = new Readers(processes);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        for (int left = readers; left > 0; left -= MOST_IN_A_PROCESS) {
            processes.add(new ProcessBuilder(java, "-Xmx256m", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), Readers.class.getName(),
                run.toString(), Integer.toString(Math.min(MOST_IN_A_PROCESS, left))).redirectError(ProcessBuilder.Redirect.INHERIT).start());
        }
        for (Process process : processes) {
            String said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII)).readLine();
            if (!"ready".equals(said)) {
                attached.close();
                throw new IOException("a reader did not start: " + said);
            }
        }
        return attached;
    }

    /** Stops them all where they are: they hold their mappings and go on never. */
    void stop() throws IOException, InterruptedException {
        for (Process process : processes) {
            new ProcessBuilder("kill", "-STOP", Long.toString(process.pid())).start().waitFor();
        }
    }

    /** Kills them all. */
    void kill() throws InterruptedException {
        for (Process process : processes) {
            process.destroyForcibly().waitFor();
        }
    }

    @Override
    public void close() {
        processes.forEach(Process::destroyForcibly);
    }

    /** One process of readers, until it is killed. */
    public static void main(String[] arguments) throws InterruptedException {
        Path directory = Path.of(arguments[0]);
        int readers = Integer.parseInt(arguments[1]);
        CountDownLatch ready = new CountDownLatch(readers);
        for (int i = 0; i < readers; i++) {
            new Thread(() -> read(directory, ready), "reader-" + i).start();
        }
        ready.await();
        System.out.println("ready");
    }

    private static void read(Path directory, CountDownLatch ready) {
        try (Presence presence = Presence.announce(directory); Run run = Run.open(directory)) {
            SignalChannel signal = run.signal("a");
            ready.countDown();
            for (long look = 0; presence != null; look++) {
                run.refresh();
                if (look % LOOKS_A_PICTURE == 0) {
                    Samples samples = signal.pin();
                    newest = samples.count() == 0 ? 0 : samples.y(0, samples.count() - 1);
                }
                LockSupport.parkNanos(POLL_NS);
            }
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
