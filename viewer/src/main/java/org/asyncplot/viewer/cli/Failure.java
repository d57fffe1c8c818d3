// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.concurrent.ExecutionException;
import org.asyncplot.core.queue.RunException;

/** What a user is told about an exception: always one line. */
final class Failure {
    private Failure() {
    }

    /**
     * The exit code of a failed command.
     *
     * @param failure what the command threw
     * @return its own code; {@link ExitCode#NOTHING} if there is no such run; else {@link ExitCode#FAILED}
     */
    static int exitCode(Throwable failure) {
        if (failure instanceof RunException run) {
            return run.kind() == RunException.Kind.MISSING ? ExitCode.NOTHING : ExitCode.FAILED;
        }
        return failure instanceof CommandException ended ? ended.exitCode() : ExitCode.FAILED;
    }

    /**
     * The line for standard error, without the name of the program.
     *
     * @param failure what the command threw
     * @return one line
     */
    static String line(Throwable failure) {
        if (failure instanceof OutOfMemoryError) {
            return "out of memory (" + reason(failure) + "); give Java more: JDK_JAVA_OPTIONS=-Xmx4g";
        }
        boolean unforeseen = failure instanceof Error || failure instanceof NullPointerException
                || failure instanceof IndexOutOfBoundsException || failure instanceof ClassCastException;
        return unforeseen ? "internal error: " + oneLine(failure.toString()) + "; --log debug shows where" : reason(failure);
    }

    /**
     * Why something failed.
     *
     * @param failure any exception
     * @return one line; never empty
     */
    static String reason(Throwable failure) {
        if ((failure instanceof UncheckedIOException || failure instanceof ExecutionException) && failure.getCause() != null) {
            return reason(failure.getCause());
        }
        if (failure instanceof CharacterCodingException) {
            return "not UTF-8";
        }
        if (failure instanceof FileSystemException files && files.getFile() != null) {
            return files.getFile() + ": " + condition(files);
        }
        String message = failure.getMessage();
        return message == null || message.isBlank()
                ? failure.getClass().getSimpleName() : oneLine(message);
    }

    private static String condition(FileSystemException failure) {
        if (failure instanceof NoSuchFileException) {
            return "no such file or directory";
        }
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return "exists already";
        }
        if (failure instanceof NotDirectoryException) {
            return "not a directory";
        }
        if (failure instanceof DirectoryNotEmptyException) {
            return "directory not empty";
        }
        return failure.getReason() == null ? failure.getClass().getSimpleName() : oneLine(failure.getReason());
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", "; ");
    }
}
