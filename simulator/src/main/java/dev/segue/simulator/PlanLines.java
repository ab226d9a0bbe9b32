package dev.segue.simulator;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import dev.segue.simulator.plan.PlannedSession;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.function.Consumer;

/** Writes planned sessions as JSON Lines, with the field names that a replay uses for the sessions it finds. */
final class PlanLines implements Consumer<PlannedSession> {

    private final JsonGenerator json;

    /** Writes to {@code out}, and leaves it open. */
    PlanLines(OutputStream out) throws IOException {
        json = new JsonFactory().createGenerator(out);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.setPrettyPrinter(new MinimalPrettyPrinter(""));
    }

    /**
     * Writes one session.
     *
     * @throws UncheckedIOException when it cannot be written
     */
    @Override
    public void accept(PlannedSession session) {
        try {
            write(session);
        } catch (IOException e) {
            throw new UncheckedIOException("the plan cannot be written: " + e.getMessage(), e);
        }
    }

    /** Writes what is still buffered. */
    void flush() throws IOException {
        json.flush();
    }

    private void write(PlannedSession session) throws IOException {
        json.writeStartObject();
        json.writeStringField("user_id", session.listener());
        json.writeStringField(
                "started_at", Instant.ofEpochMilli(session.startedAt()).toString());
        json.writeStringField(
                "ended_at", Instant.ofEpochMilli(session.endedAt()).toString());
        json.writeNumberField("part", session.part());
        json.writeNumberField("events", session.events());
        json.writeNumberField("plays", session.plays());
        json.writeNumberField("counted_plays", session.countedPlays());
        json.writeObjectFieldStart("skips");
        json.writeNumberField("quick", session.quickSkips());
        json.writeNumberField("early", session.earlySkips());
        json.writeNumberField("late", session.lateSkips());
        json.writeEndObject();
        json.writeNumberField("listened_ms", session.listenedMs());
        json.writeNumberField("devices", session.devices());
        json.writeArrayFieldStart("runs");
        for (PlannedSession.Run run : session.runs()) {
            json.writeStartObject();
            json.writeStringField("context_id", run.playlist());
            json.writeStringField("edition", run.edition());
            json.writeNumberField("songs", run.songs());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw('\n');
    }
}
