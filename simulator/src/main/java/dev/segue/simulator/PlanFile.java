package dev.segue.simulator;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.segue.simulator.audience.Sent;
import dev.segue.simulator.audience.StagedMonday;
import dev.segue.simulator.plan.PlannedSession;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * What an audience was made to do, as JSON Lines: a line for each session, with the field names that a replay uses for
 * the sessions it finds, and a last line about the whole.
 *
 * @param sessions that must result
 * @param sent how many records were sent, and what must become of them
 * @param endedAt when the audience ended, in epoch milliseconds of simulated time
 * @param monday the staged Monday; empty without it
 */
record PlanFile(List<PlannedSession> sessions, Sent sent, long endedAt, Optional<StagedMonday> monday) {

    PlanFile {
        sessions = List.copyOf(sessions);
    }

    /**
     * Reads a plan.
     *
     * @throws IOException when it cannot be read, or is not a plan; the message says where and why
     */
    static PlanFile read(Path file) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<PlannedSession> sessions = new ArrayList<>();
        long number = 0;
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                JsonNode node = json.readTree(line);
                if (node.has("sent")) {
                    return whole(sessions, node);
                }
                sessions.add(session(node));
            }
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeParseException e) {
            String why = e instanceof JsonProcessingException problem ? problem.getOriginalMessage() : e.getMessage();
            throw new IOException("line " + number + " is not one of a plan: " + why, e);
        }
        throw new IOException("its last line is missing, so it is not complete; let 'segue simulate --plan' finish");
    }

    /** This plan, with its listeners called as the jobs call them. */
    PlanFile naming(UnaryOperator<String> listener) {
        return new PlanFile(
                sessions.stream()
                        .map(session -> session.ofListener(listener.apply(session.listener())))
                        .toList(),
                sent,
                endedAt,
                monday);
    }

    private static PlanFile whole(List<PlannedSession> sessions, JsonNode node) {
        JsonNode sent = field(node, "sent");
        JsonNode monday = node.get("staged_monday");
        return new PlanFile(
                sessions,
                new Sent(
                        number(sent, "originals"),
                        number(sent, "repetitions"),
                        number(sent, "days_old"),
                        number(sent, "unusable")),
                time(node, "ended_at"),
                Optional.ofNullable(monday).map(PlanFile::monday));
    }

    private static StagedMonday monday(JsonNode node) {
        return new StagedMonday(
                text(node, "country"),
                text(node, "playlist"),
                time(node, "from"),
                time(node, "until"),
                time(node, "over_at"));
    }

    private static PlannedSession session(JsonNode node) {
        JsonNode skips = field(node, "skips");
        List<PlannedSession.Run> runs = new ArrayList<>();
        for (JsonNode run : field(node, "runs")) {
            runs.add(new PlannedSession.Run(
                    text(run, "context_id"), textOrNull(run, "edition"), (int) number(run, "songs")));
        }
        return new PlannedSession(
                text(node, "user_id"),
                time(node, "started_at"),
                time(node, "ended_at"),
                textOrNull(node, "country"),
                textOrNull(node, "time_zone"),
                (int) number(node, "part"),
                (int) number(node, "events"),
                (int) number(node, "plays"),
                (int) number(node, "counted_plays"),
                (int) number(skips, "quick"),
                (int) number(skips, "early"),
                (int) number(skips, "late"),
                number(node, "listened_ms"),
                (int) number(node, "devices"),
                runs);
    }

    private static JsonNode field(JsonNode node, String name) {
        JsonNode field = node.get(name);
        if (field == null) {
            throw new IllegalArgumentException("it has no " + name);
        }
        return field;
    }

    private static String text(JsonNode node, String name) {
        return field(node, name).asText();
    }

    private static String textOrNull(JsonNode node, String name) {
        JsonNode field = field(node, name);
        return field.isNull() ? null : field.asText();
    }

    private static long number(JsonNode node, String name) {
        JsonNode field = field(node, name);
        if (!field.isIntegralNumber()) {
            throw new IllegalArgumentException(name + " must be a whole number");
        }
        return field.longValue();
    }

    private static long time(JsonNode node, String name) {
        try {
            return Instant.parse(text(node, name)).toEpochMilli();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(name + " is not a time that milliseconds can hold", e);
        }
    }

    /** Writes a plan while it is made. */
    static final class Writer implements Consumer<PlannedSession> {

        private final JsonGenerator json;

        /** Writes to {@code out}, and leaves it open. */
        Writer(OutputStream out) throws IOException {
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

        /** Writes the last line, and what is still buffered. */
        void end(Sent sent, long endedAt, Optional<StagedMonday> monday) throws IOException {
            json.writeStartObject();
            json.writeObjectFieldStart("sent");
            json.writeNumberField("originals", sent.originals());
            json.writeNumberField("repetitions", sent.repetitions());
            json.writeNumberField("days_old", sent.daysOld());
            json.writeNumberField("unusable", sent.unusable());
            json.writeEndObject();
            writeTime("ended_at", endedAt);
            if (monday.isPresent()) {
                write(monday.get());
            }
            json.writeEndObject();
            json.writeRaw('\n');
            json.flush();
        }

        private void write(StagedMonday monday) throws IOException {
            json.writeObjectFieldStart("staged_monday");
            json.writeStringField("country", monday.country());
            json.writeStringField("playlist", monday.playlist());
            writeTime("from", monday.from());
            writeTime("until", monday.until());
            writeTime("over_at", monday.overAt());
            json.writeEndObject();
        }

        private void write(PlannedSession session) throws IOException {
            json.writeStartObject();
            json.writeStringField("user_id", session.listener());
            writeTime("started_at", session.startedAt());
            writeTime("ended_at", session.endedAt());
            json.writeStringField("country", session.country());
            json.writeStringField("time_zone", session.timeZone());
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

        private void writeTime(String name, long ms) throws IOException {
            json.writeStringField(name, Instant.ofEpochMilli(ms).toString());
        }
    }
}
