package dev.segue.replay.report;

import dev.segue.adapters.flink.session.SessionTypes;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.Change.Revision;
import dev.segue.domain.session.SessionId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** A job's output for one session in few bytes: its last revision and its plays, packed. */
final class PackedSession {

    private static final TypeSerializer<Change> PACKING =
            SessionTypes.CHANGES.createSerializer(new SerializerConfigImpl());

    private static final int USUAL_BYTES = 512;

    /** About what it takes besides its revision and plays: five objects and their map entries. */
    static final int BYTES_BESIDE = 320;

    private final SessionId id;
    private final String listener;
    private long startedAt;
    private int number;
    private int events;
    private byte[] packed;
    private int superseded;

    /** Each chunk of plays, packed. */
    private long[][] plays = {};

    /** A session without output yet. */
    PackedSession(SessionId id, String listener) {
        this.id = id;
        this.listener = listener;
    }

    SessionId id() {
        return id;
    }

    String listener() {
        return listener;
    }

    /** Epoch milliseconds; only for a current session. */
    long startedAt() {
        return startedAt;
    }

    /** Its number of events; only for a current session. */
    long events() {
        return events;
    }

    /** Takes the revision, unless a later one has come; returns how many more bytes it takes. */
    int accept(Revision revision) {
        if (revision.number() < number) {
            return 0;
        }
        int before = packed == null ? 0 : packed.length;
        try {
            DataOutputSerializer out = new DataOutputSerializer(USUAL_BYTES);
            PACKING.serialize(revision, out);
            packed = out.getCopyOfBuffer();
        } catch (IOException e) {
            throw new UncheckedIOException("A session cannot be packed.", e);
        }
        number = revision.number();
        startedAt = revision.session().startedAt();
        events = revision.session().events();
        return packed.length - before;
    }

    /** Another session superseded this one, at this number. */
    void superseded(int at) {
        superseded = Math.max(superseded, at);
    }

    /** Replaces a chunk of packed plays; returns how many more bytes they take. */
    int setPlays(int chunk, long[] packed) {
        if (chunk >= plays.length) {
            int before = plays.length;
            plays = Arrays.copyOf(plays, chunk + 1);
            Arrays.fill(plays, before, plays.length, new long[0]);
        }
        int more = (packed.length - plays[chunk].length) * Long.BYTES;
        plays[chunk] = packed;
        return more;
    }

    /** All plays, packed. */
    long[] plays() {
        return Stream.of(plays).flatMapToLong(LongStream::of).toArray();
    }

    /** Whether it has a revision and has not been superseded since. */
    boolean isCurrent() {
        return packed != null && superseded < number;
    }

    /** Its last revision; there must be one. */
    Revision revision() {
        try {
            return (Revision) PACKING.deserialize(new DataInputDeserializer(packed));
        } catch (IOException e) {
            throw new UncheckedIOException("A session cannot be unpacked.", e);
        }
    }
}
