// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.asyncplot.core.queue.DiskProbe;
import org.asyncplot.core.queue.RunException;
import org.asyncplot.core.run.UnfinishedCopies;

/** What the file system of a runs directory is good for. */
final class DiskFindings {
    private static final Set<String> COPY_ON_WRITE = Set.of("btrfs", "zfs", "bcachefs", "apfs", "refs");
    private static final Set<String> NETWORK = Set.of("nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "9p", "ceph", "lustre", "glusterfs", "afs",
            "fuse.sshfs", "fuse.glusterfs", "fuse.ceph", "beegfs", "gpfs", "virtiofs", "vboxsf", "fuse.vmhgfs-fuse");
    private static final Set<String> MEMORY = Set.of("tmpfs", "ramfs");
    private static final Path SHARED_MEMORY = Path.of("/dev/shm");
    private static final long LITTLE_BYTES = 1L << 30;

    private DiskFindings() {
    }

    /**
     * Looks at a runs directory, and makes and deletes a file in it.
     *
     * @param runs the directory, which need not exist
     * @param from what names it
     * @return what was found
     */
    static List<Finding> of(Path runs, String from) {
        List<Finding> findings = new ArrayList<>();
        Path existing = existing(runs);
        String name = runs + " (" + from + ")";
        if (!Files.isDirectory(existing) || !Files.isWritable(existing)) {
            findings.add(Finding.lack("runs directory", name, (existing.equals(runs) ? "it" : existing) + " cannot be written, so plotting is off; "
                    + "choose another with --runs or ASYNCPLOT_RUNS"));
            return findings;
        }
        findings.add(Finding.ok("runs directory", existing.equals(runs) ? name : name + ", to be made in " + existing));
        try {
            FileStore store = Files.getFileStore(existing);
            findings.add(kind(store.type()));
            findings.add(space(store.getUsableSpace()));
            probe(existing, findings);
            unfinishedCopies(existing, findings);
        } catch (IOException | RunException refused) {
            findings.add(Finding.lack("file system", Failure.reason(refused), "no run can be written there; choose another runs directory"));
        }
        return findings;
    }

    private static Path existing(Path directory) {
        Path found = directory.toAbsolutePath().normalize();
        while (!Files.exists(found) && found.getParent() != null) {
            found = found.getParent();
        }
        return found.equals(directory.toAbsolutePath().normalize()) ? directory : found;
    }

    static Finding kind(String type) {
        String known = type.toLowerCase(Locale.ROOT);
        if (COPY_ON_WRITE.contains(known)) {
            return Finding.warn("file system", type, "it copies on write: space that is reserved may still be missing when it is written, and a disk "
                    + "that is full then kills the JVM; keep some of it free, or use ext4, XFS or tmpfs");
        }
        if (NETWORK.contains(known)) {
            return Finding.warn("file system", type, "runs on network file systems are not supported: viewers elsewhere see old data, and a lost "
                    + "connection stops the computation; use a local disk");
        }
        if (MEMORY.contains(known)) {
            return Finding.ok("file system", type + ", fast, and gone after a restart");
        }
        return Finding.ok("file system", type);
    }

    static Finding space(long bytes) {
        String free = NumberText.bytes(bytes);
        return bytes >= LITTLE_BYTES ? Finding.ok("free disk", free)
                : Finding.warn("free disk", free, "when it is full new data is dropped and counted; remove old runs with asyncplot remove");
    }

    private static void unfinishedCopies(Path directory, List<Finding> findings) throws IOException {
        int unfinished = UnfinishedCopies.in(directory).size();
        if (unfinished > 0) {
            findings.add(Finding.warn("unfinished copies", Integer.toString(unfinished), "the processes that made them were killed; the next "
                    + "asyncplot copy to there, or remove --yes, clears them up"));
        }
    }

    private static void probe(Path directory, List<Finding> findings) throws IOException {
        DiskProbe probe = DiskProbe.of(directory);
        findings.add(probe.populates() ? Finding.ok("populate", "madvise(MADV_POPULATE_WRITE) works")
                : Finding.warn("populate", "madvise(MADV_POPULATE_WRITE) does not work", "blocks are filled with zeros ahead of need instead: "
                        + "twice the writing; Linux has it from 5.14 on"));
        findings.add(probe.reserves() ? Finding.ok("fallocate", "works")
                : Finding.warn("fallocate", "does not work", "the space of runs that were retired comes back only when no viewer holds them"));
    }

    /**
     * Looks at the memory that processes share.
     *
     * @return what was found
     */
    static Finding sharedMemory() {
        try {
            if (Files.isWritable(SHARED_MEMORY)) {
                return Finding.ok("shared memory", SHARED_MEMORY + ", " + NumberText.bytes(Files.getFileStore(SHARED_MEMORY).getUsableSpace()) + " free");
            }
        } catch (IOException unreadable) {
            return Finding.warn("shared memory", Failure.reason(unreadable), "runs that are only watched have to lie on a disk");
        }
        return Finding.warn("shared memory", "no " + SHARED_MEMORY + " that can be written", "runs that are only watched have to lie on a disk");
    }
}
