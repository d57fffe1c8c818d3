// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.architecture.violations.viewer.batch;

import org.asyncplot.viewer.architecture.violations.viewer.remote.RemoteNamesBatch;

/** Breaks: packages form no cycles. */
public final class BatchNamesRemote {
    RemoteNamesBatch remote;
}
