package dev.segue.adapters.flink.track;

import dev.segue.adapters.flink.codec.Codec;
import dev.segue.adapters.flink.codec.Fields;
import dev.segue.adapters.flink.codec.Part;
import dev.segue.adapters.flink.kpi.SessionUpdateCodec;
import dev.segue.domain.kpi.counting.SessionUpdate;
import dev.segue.domain.kpi.track.TrackUpdate;
import dev.segue.domain.kpi.track.TrackUpdate.OfPlays;
import dev.segue.domain.kpi.track.TrackUpdate.OfSession;
import dev.segue.domain.session.SessionId;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes records of sessions and plays, as far as track KPIs need them. Travels only; never rests in state. */
public final class TrackUpdateCodec implements Codec<TrackUpdate> {

    private static final byte SESSION = 0;
    private static final byte PLAYS = 1;

    private final Part<SessionUpdate> sessions = new Part<>(new SessionUpdateCodec());
    private final TrackFields fields = new TrackFields();

    @Override
    public String name() {
        return "track-update";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void write(TrackUpdate update, DataOutputView out) throws IOException {
        if (update instanceof OfSession session) {
            out.writeByte(SESSION);
            sessions.write(session.update(), out);
        } else {
            OfPlays plays = (OfPlays) update;
            out.writeByte(PLAYS);
            Fields.writeText(plays.sessionId().value(), out);
            out.writeInt(plays.chunk());
            Fields.writeList(plays.plays(), fields::writePlay, out);
        }
    }

    @Override
    public TrackUpdate read(DataInputView in, int version) throws IOException {
        byte kind = in.readByte();
        return switch (kind) {
            case SESSION -> new OfSession(sessions.read(in));
            case PLAYS ->
                new OfPlays(new SessionId(Fields.readText(in)), in.readInt(), Fields.readList(fields::readPlay, in));
            default ->
                throw new IOException("An update of tracks on the wire is of kind " + kind
                        + ", which this version of Segue does not know.");
        };
    }
}
