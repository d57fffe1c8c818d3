// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.figure;

import java.util.Optional;

/**
 * A stretch of x. Ends are kept as they were written, since only the signal says whether x is a number or a time: a number, an ISO-8601
 * date or date-time, or a duration such as {@code 30 s} with a minus sign, counted back from the end.
 *
 * @param last length counted back from the newest sample, such as {@code 30 s} or {@code 500}; excludes the others
 * @param from lower end
 * @param to   upper end
 */
public record XSpec(Optional<String> last, Optional<String> from, Optional<String> to) {
}
