// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.architecture.violations.benchmarks.micro;

/** What nobody may know. */
public final class Benchmark {
}
