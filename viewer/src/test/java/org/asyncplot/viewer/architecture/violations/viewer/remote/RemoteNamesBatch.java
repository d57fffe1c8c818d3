// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.architecture.violations.viewer.remote;

import org.asyncplot.viewer.architecture.violations.viewer.batch.BatchNamesRemote;

/** Breaks: packages form no cycles. */
public final class RemoteNamesBatch {
    BatchNamesRemote batch;
}
