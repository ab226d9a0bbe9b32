package dev.segue.benchmarks.peers;

import dev.segue.contracts.PlaybackEvent;
import dev.segue.contracts.TrackEnded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.SchemaBuilder;

/** The Avro schemas that programs with a class path of their own get as files. */
final class PeerSchemas {

    /** What they write of a session; times in milliseconds. */
    static final Schema SESSION = SchemaBuilder.record("PeerSession")
            .namespace("dev.segue.peers")
            .fields()
            .requiredLong("started_at")
            .requiredLong("ended_at")
            .requiredLong("plays")
            .requiredLong("listened_ms")
            .endRecord();

    private PeerSchemas() {}

    /** Writes the schema that events were written with, the one to read them with, and that of sessions. */
    static void write(Path folder) throws IOException {
        Files.writeString(
                folder.resolve("written.avsc"), PlaybackEvent.getClassSchema().toString());
        Files.writeString(folder.resolve("read.avsc"), events().toString());
        Files.writeString(folder.resolve("session.avsc"), SESSION.toString());
    }

    /** What they need of an event; Avro skips the rest. */
    private static Schema events() {
        Schema ended = TrackEnded.getClassSchema();
        Schema play = some(ended, copy(ended, "started_at"), copy(ended, "played_ms"));
        Schema event = PlaybackEvent.getClassSchema();
        return some(
                event,
                copy(event, "user_id"),
                copy(event, "occurred_at"),
                new Field(event.getField("track_ended"), Schema.createUnion(Schema.create(Schema.Type.NULL), play)));
    }

    private static Schema some(Schema of, Field... fields) {
        return Schema.createRecord(of.getName(), null, of.getNamespace(), false, List.of(fields));
    }

    private static Field copy(Schema of, String name) {
        return new Field(of.getField(name), of.getField(name).schema());
    }
}
