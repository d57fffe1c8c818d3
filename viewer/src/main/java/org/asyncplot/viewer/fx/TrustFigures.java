// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

import java.util.OptionalLong;
import org.asyncplot.viewer.source.Tally;

/**
 * What the window says about itself.
 *
 * @param p50Ns   median time from the computation's probe to the flip of a picture that shows it; absent where nothing was measured
 * @param p99Ns   99 % of them are not longer
 * @param fps     pictures a second
 * @param samples counts of samples
 * @param frames  counts of waveforms and images
 * @param dropped samples and frames that the computation could not record
 */
record TrustFigures(OptionalLong p50Ns, OptionalLong p99Ns, double fps, Tally.Part samples, Tally.Part frames, long dropped) {
}
