// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.format;

/** A run written by a version of the format that this code does not know. */
public final class NewerFormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * An error.
     *
     * @param major the version found
     */
    public NewerFormatException(int major) {
        super("has format version " + major + ", this program reads up to " + RunHeader.FORMAT_MAJOR + "; use a newer asyncplot");
    }
}
