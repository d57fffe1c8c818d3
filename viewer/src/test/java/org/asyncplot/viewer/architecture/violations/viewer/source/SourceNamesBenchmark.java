// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.architecture.violations.viewer.source;

import org.asyncplot.viewer.architecture.violations.benchmarks.micro.Benchmark;

/** Breaks: benchmarks are known to nobody. */
public final class SourceNamesBenchmark {
    Benchmark benchmark;
}
