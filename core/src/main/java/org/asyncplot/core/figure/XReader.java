// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.figure;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads a stretch of x and says where in the file it goes wrong. */
final class XReader {
    private XReader() {
    }

    /** A mapping that is empty, or names a scale only, leaves the stretch to whoever is asked next. */
    static Optional<XSpec> read(Map<String, YamlValue> x) {
        Optional<YamlValue> last = Optional.ofNullable(x.get("last"));
        Optional<YamlValue> from = Optional.ofNullable(x.get("from"));
        Optional<YamlValue> to = Optional.ofNullable(x.get("to"));
        if (last.isEmpty() && from.isEmpty() && to.isEmpty()) {
            return Optional.empty();
        }
        last.ifPresent(length -> check(length, XPosition::parseLength));
        from.ifPresent(position -> check(position, XPosition::parse));
        to.ifPresent(position -> check(position, XPosition::parse));
        try {
            return Optional.of(new XSpec(last.map(YamlValue::text), from.map(YamlValue::text), to.map(YamlValue::text)));
        } catch (IllegalArgumentException contradiction) {
            throw to.or(() -> from).orElseThrow().error(contradiction.getMessage());
        }
    }

    private static void check(YamlValue written, Function<String, XPosition> parser) {
        try {
            parser.apply(written.text());
        } catch (IllegalArgumentException unreadable) {
            throw written.error(unreadable.getMessage());
        }
    }
}
