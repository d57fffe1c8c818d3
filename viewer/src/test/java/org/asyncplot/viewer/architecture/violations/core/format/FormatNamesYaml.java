// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.architecture.violations.core.format;

import org.snakeyaml.engine.v2.api.Load;

/** Breaks: format knows the JDK and Agrona only. */
public final class FormatNamesYaml {
    Load load;
}
