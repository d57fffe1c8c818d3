// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Findings and options as JSON; apart from the command, so that reading a command line loads no JSON. */
final class FindingsJson {
    private FindingsJson() {
    }

    /**
     * Writes one object.
     *
     * @param findings what was found
     * @param options  in force
     * @param out      flushed, not closed
     * @throws IOException if out fails
     */
    static void write(List<Finding> findings, List<OptionInForce> options, PrintWriter out) throws IOException {
        JsonGenerator generator = new JsonFactory().createGenerator(out).setPrettyPrinter(new DefaultPrettyPrinter());
        generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        generator.writeStartObject();
        generator.writeArrayFieldStart("findings");
        for (Finding finding : findings) {
            generator.writeStartObject();
            generator.writeStringField("subject", finding.subject());
            generator.writeStringField("grade", finding.grade().name().toLowerCase(Locale.ROOT));
            generator.writeStringField("value", finding.value());
            generator.writeStringField("cost", finding.cost().isEmpty() ? null : finding.cost());
            generator.writeEndObject();
        }
        generator.writeEndArray();
        generator.writeArrayFieldStart("options");
        for (OptionInForce option : options) {
            generator.writeStartObject();
            generator.writeStringField("name", option.name());
            generator.writeStringField("value", option.value());
            generator.writeStringField("from", option.place());
            generator.writeEndObject();
        }
        generator.writeEndArray();
        generator.writeEndObject();
        generator.flush();
        out.println();
    }
}
