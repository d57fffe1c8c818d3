// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.asyncplot.core.run.EndReason;
import org.asyncplot.core.run.Note;
import org.asyncplot.core.run.XType;

/** Summaries of runs as JSON; not a number and the infinities are null there. */
final class RunJson {
    private final JsonGenerator json;
    private final boolean values;

    private RunJson(Writer out, boolean values) throws IOException {
        this.json = new JsonFactory().createGenerator(out).setPrettyPrinter(new DefaultPrettyPrinter());
        this.json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        this.values = values;
    }

    /**
     * Writes one run as an object.
     *
     * @param run its summary
     * @param out flushed, not closed
     * @throws IOException if out fails
     */
    static void write(RunSummary run, Writer out) throws IOException {
        RunJson writer = new RunJson(out, true);
        writer.run(run);
        writer.end(out);
    }

    /**
     * Writes runs as an array, without the values of their channels.
     *
     * @param runs their summaries
     * @param out  flushed, not closed
     * @throws IOException if out fails
     */
    static void write(List<RunSummary> runs, Writer out) throws IOException {
        RunJson writer = new RunJson(out, false);
        writer.json.writeStartArray();
        for (RunSummary run : runs) {
            writer.run(run);
        }
        writer.json.writeEndArray();
        writer.end(out);
    }

    private void end(Writer out) throws IOException {
        json.flush();
        out.write(System.lineSeparator());
        out.flush();
    }

    private void run(RunSummary run) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", run.name());
        json.writeStringField("directory", run.directory().toString());
        json.writeStringField("state", run.state().name().toLowerCase(Locale.ROOT));
        json.writeStringField("endReason", run.endReason().map(EndReason::text).orElse(null));
        json.writeNumberField("pid", run.process().pid());
        json.writeStringField("startedAt", run.startedAt().toString());
        json.writeStringField("heartbeatAt", run.heartbeatAt().toString());
        json.writeNumberField("diskBytes", run.diskBytes());
        json.writeObjectFieldStart("parameters");
        for (Map.Entry<String, String> parameter : run.parameters().entrySet()) {
            json.writeStringField(parameter.getKey(), parameter.getValue());
        }
        json.writeEndObject();
        json.writeArrayFieldStart("channels");
        for (ChannelSummary channel : run.channels()) {
            channel(channel);
        }
        json.writeEndArray();
        notes(run.notes());
        json.writeEndObject();
    }

    private void channel(ChannelSummary channel) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", channel.name());
        json.writeStringField("kind", channel.kind().name().toLowerCase(Locale.ROOT));
        json.writeStringField("unit", channel.unit());
        json.writeArrayFieldStart("columns");
        for (String column : channel.columns()) {
            json.writeString(column);
        }
        json.writeEndArray();
        json.writeNumberField("count", channel.count());
        json.writeNumberField("dropped", channel.dropped());
        if (values) {
            x("firstX", channel.firstX());
            x("lastX", channel.lastX());
            json.writeArrayFieldStart("last");
            for (double value : channel.last()) {
                number(value);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void x(String field, Optional<SampleX> x) throws IOException {
        json.writeFieldName(field);
        if (x.isEmpty()) {
            json.writeNull();
        } else if (x.get().type() == XType.TIME) {
            json.writeString(x.get().iso());
        } else {
            number(x.get().number());
        }
    }

    private void number(double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumber(value);
        } else {
            json.writeNull();
        }
    }

    private void notes(List<Note> notes) throws IOException {
        json.writeArrayFieldStart("notes");
        for (Note note : notes) {
            json.writeStartObject();
            json.writeStringField("time", new SampleX(XType.TIME, Double.NaN, note.timeNs()).iso());
            json.writeFieldName("x");
            number(note.x());
            json.writeStringField("level", note.level().name().toLowerCase(Locale.ROOT));
            json.writeStringField("channel", note.channel().isEmpty() ? null : note.channel());
            json.writeStringField("text", note.text());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
