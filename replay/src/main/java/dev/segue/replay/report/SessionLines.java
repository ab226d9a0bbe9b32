package dev.segue.replay.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import dev.segue.adapters.files.source.Progress;
import dev.segue.domain.listening.Run;
import dev.segue.domain.listening.Skips;
import dev.segue.domain.session.Change.Revision;
import dev.segue.domain.session.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Writes sessions as JSON Lines: UTF-8, one session per line, always the same bytes for the same sessions. Control
 * characters are escaped, since the lines may go to a terminal.
 */
public final class SessionLines {

    private static final DateTimeFormatter UTC_MILLIS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private SessionLines() {}

    /**
     * Writes {@code sessions} in their order, and flushes; leaves {@code out} open.
     *
     * @param progress receives how many have been written
     */
    public static void write(List<Revision> sessions, OutputStream out, Progress progress) throws IOException {
        int written = 0;
        try (JsonGenerator json =
                new JsonFactory().setCharacterEscapes(new EscapedForTerminals()).createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.setPrettyPrinter(new MinimalPrettyPrinter(""));
            for (Revision revision : sessions) {
                write(revision, json);
                json.writeRaw('\n');
                written++;
                progress.written(written, sessions.size());
            }
        }
    }

    private static void write(Revision revision, JsonGenerator json) throws IOException {
        Session session = revision.session();
        json.writeStartObject();
        json.writeStringField("session_id", session.id().value());
        json.writeStringField("user_id", session.listener());
        json.writeStringField("started_at", time(session.startedAt()));
        json.writeStringField("ended_at", time(session.endedAt()));
        json.writeStringField("status", revision.status().name());
        json.writeNumberField("revision", revision.number());
        json.writeNumberField("plays", session.plays());
        json.writeNumberField("counted_plays", session.countedPlays());
        json.writeObjectFieldStart("skips");
        writeSkips(session.skips(), json);
        json.writeEndObject();
        json.writeNumberField("listened_ms", session.listenedMs());
        json.writeNumberField("interruptions", session.interruptions().count());
        json.writeNumberField("devices", session.devices());
        json.writeArrayFieldStart("runs");
        for (Run run : session.runs()) {
            write(run, json);
        }
        json.writeEndArray();
        json.writeNumberField("longest_run", session.longestRun());
        json.writeStringField("mood", session.mood().quadrant().name());
        json.writeEndObject();
    }

    private static void write(Run run, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("context_type", run.context().type().name());
        json.writeStringField("context_id", run.context().id());
        json.writeStringField("edition", run.context().edition());
        json.writeNumberField("songs", run.songs());
        json.writeNumberField("skips", run.skips().total());
        json.writeNumberField("listened_ms", run.listenedMs());
        json.writeNumberField("longest_unskipped", run.longestUnskipped());
        json.writeBooleanField("abandoned", run.abandoned());
        json.writeEndObject();
    }

    private static void writeSkips(Skips skips, JsonGenerator json) throws IOException {
        json.writeNumberField("quick", skips.quick());
        json.writeNumberField("early", skips.early());
        json.writeNumberField("late", skips.late());
    }

    /** A time, to the millisecond, in UTC. */
    static String time(long millis) {
        return UTC_MILLIS.format(Instant.ofEpochMilli(millis));
    }
}
