package dev.segue.adapters.flink.kpi;

import dev.segue.adapters.flink.codec.Codec;
import dev.segue.adapters.flink.codec.Fields;
import dev.segue.domain.kpi.counting.SessionUpdate;
import dev.segue.domain.kpi.counting.SessionUpdate.Current;
import dev.segue.domain.kpi.counting.SessionUpdate.Purged;
import dev.segue.domain.kpi.counting.SessionUpdate.Superseded;
import dev.segue.domain.session.SessionId;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes records of sessions, as far as KPIs need it. Travels only; never rests in state. */
public final class SessionUpdateCodec implements Codec<SessionUpdate> {

    private static final byte CURRENT = 0;
    private static final byte SUPERSEDED = 1;
    private static final byte PURGED = 2;

    private final CountedCodec sessions = new CountedCodec();

    @Override
    public String name() {
        return "session-update";
    }

    @Override
    public int version() {
        return 2;
    }

    /** The first form does not tell types of device apart. */
    @Override
    public int oldestVersion() {
        return 2;
    }

    @Override
    public void write(SessionUpdate update, DataOutputView out) throws IOException {
        Fields.writeText(update.sessionId().value(), out);
        if (update instanceof Current current) {
            out.writeByte(CURRENT);
            out.writeInt(current.number());
            out.writeLong(current.asOf());
            sessions.write(current.session(), out);
        } else if (update instanceof Superseded superseded) {
            out.writeByte(SUPERSEDED);
            out.writeInt(superseded.number());
            out.writeLong(superseded.asOf());
            out.writeLong(superseded.settledAfter());
        } else {
            out.writeByte(PURGED);
        }
    }

    @Override
    public SessionUpdate read(DataInputView in, int version) throws IOException {
        SessionId id = new SessionId(Fields.readText(in));
        byte kind = in.readByte();
        return switch (kind) {
            case CURRENT -> new Current(id, in.readInt(), in.readLong(), sessions.read(in));
            case SUPERSEDED -> new Superseded(id, in.readInt(), in.readLong(), in.readLong());
            case PURGED -> new Purged(id);
            default ->
                throw new IOException("A session update on the wire is of kind " + kind
                        + ", which this version of Segue does not know.");
        };
    }
}
