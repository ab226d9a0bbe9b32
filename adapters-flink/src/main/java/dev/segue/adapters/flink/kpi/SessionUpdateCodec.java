package dev.segue.adapters.flink.kpi;

import dev.segue.adapters.flink.codec.Codec;
import dev.segue.adapters.flink.codec.Fields;
import dev.segue.domain.kpi.SessionUpdate;
import dev.segue.domain.kpi.SessionUpdate.IsPurged;
import dev.segue.domain.kpi.SessionUpdate.Stands;
import dev.segue.domain.kpi.SessionUpdate.StandsNoMore;
import dev.segue.domain.session.SessionId;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes what was told of sessions, as far as KPIs need it. Travels only; never rests in state. */
public final class SessionUpdateCodec implements Codec<SessionUpdate> {

    private static final byte STANDS = 0;
    private static final byte STANDS_NO_MORE = 1;
    private static final byte IS_FORGOTTEN = 2;

    @Override
    public String name() {
        return "session-news";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void write(SessionUpdate news, DataOutputView out) throws IOException {
        Fields.writeText(news.sessionId().value(), out);
        if (news instanceof Stands stands) {
            out.writeByte(STANDS);
            out.writeInt(stands.number());
            out.writeLong(stands.asOf());
            CountedCodec.write(stands.session(), out);
        } else if (news instanceof StandsNoMore gone) {
            out.writeByte(STANDS_NO_MORE);
            out.writeInt(gone.number());
            out.writeLong(gone.asOf());
            out.writeLong(gone.settledAfter());
        } else {
            out.writeByte(IS_FORGOTTEN);
        }
    }

    @Override
    public SessionUpdate read(DataInputView in, int version) throws IOException {
        SessionId id = new SessionId(Fields.readText(in));
        byte kind = in.readByte();
        return switch (kind) {
            case STANDS -> new Stands(id, in.readInt(), in.readLong(), CountedCodec.read(in));
            case STANDS_NO_MORE -> new StandsNoMore(id, in.readInt(), in.readLong(), in.readLong());
            case IS_FORGOTTEN -> new IsPurged(id);
            default ->
                throw new IOException(
                        "News on the wire is of kind " + kind + ", which this version of Segue does not know.");
        };
    }
}
