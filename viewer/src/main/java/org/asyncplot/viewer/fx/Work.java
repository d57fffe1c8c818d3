// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asyncplot.core.run.RunState;
import org.asyncplot.viewer.source.Snapshot;

/**
 * A picture to be painted.
 *
 * @param request    size, colours and part of the data
 * @param snapshot   the data
 * @param sentFigure what the computation sent, as YAML text
 * @param state      how the run is
 * @param parameters of the run
 * @param probesNs   what the picture shows for the first time
 */
record Work(Request request, Snapshot snapshot, Optional<String> sentFigure, RunState state, Map<String, String> parameters, List<Long> probesNs) {
}
