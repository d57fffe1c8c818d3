// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.queue;

import org.agrona.MutableDirectBuffer;

/** Fills a document before readers can see it. */
@FunctionalInterface
public interface DocumentEncoder {
    /**
     * Writes the document's fixed fields. The memory is zero where nothing is written.
     *
     * @param buffer the whole document; not to be kept
     */
    void encode(MutableDirectBuffer buffer);
}
