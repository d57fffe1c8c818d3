// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.source;

import java.util.Map;
import java.util.Optional;

/**
 * What a source saw at one moment.
 *
 * @param snapshot the data; its signals are valid until the source is closed
 * @param figure   the newest figure that the computation sent, as YAML text
 * @param probeNs  System.nanoTime of the writer, read before the counts; 0 where the run is not running on this host,
 *                 or no new one was there
 * @param dropped  samples and frames that could not be recorded, of all channels shown
 * @param parameters of the run
 */
public record Capture(Snapshot snapshot, Optional<String> figure, long probeNs, long dropped, Map<String, String> parameters) {
}
