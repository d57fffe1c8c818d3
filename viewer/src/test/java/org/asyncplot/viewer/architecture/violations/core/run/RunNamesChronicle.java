// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.architecture.violations.core.run;

import net.openhft.chronicle.bytes.Bytes;

/** Breaks: Chronicle is known to queue only. */
public final class RunNamesChronicle {
    Bytes<?> bytes;
}
