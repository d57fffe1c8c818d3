// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.architecture.violations.core.format;

import org.asyncplot.viewer.architecture.violations.core.queue.QueueNamesRun;

/** Breaks: format knows the JDK and Agrona only. */
public final class FormatNamesQueue {
    QueueNamesRun queue;
}
