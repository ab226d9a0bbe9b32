package dev.segue.adapters.flink.signal;

import dev.segue.adapters.flink.codec.Codec;
import dev.segue.adapters.flink.codec.Fields;
import dev.segue.adapters.flink.session.ChangeCodec;
import dev.segue.domain.signal.Beginning;
import dev.segue.domain.signal.RecentEvent;
import dev.segue.domain.signal.RecentEvent.AdPlayed;
import dev.segue.domain.signal.RecentEvent.Played;
import dev.segue.domain.signal.RecentEvent.Present;
import dev.segue.domain.signal.RecentEvent.Searched;
import dev.segue.domain.signal.RecentEvent.Started;
import dev.segue.domain.signal.RecentListening;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Codec of a listener's state for signals. */
public final class RecentListeningCodec implements Codec<RecentListening> {

    private static final byte PLAYED = 0;
    private static final byte STARTED = 1;
    private static final byte SEARCHED = 2;
    private static final byte AD_PLAYED = 3;
    private static final byte PRESENT = 4;

    @Override
    public String name() {
        return "recent-listening";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void write(RecentListening memory, DataOutputView out) throws IOException {
        Fields.writeList(memory.moments(), RecentListeningCodec::writeRecentEvent, out);
        Beginning beginning = memory.beginning();
        out.writeBoolean(beginning != null);
        if (beginning != null) {
            out.writeLong(beginning.from());
            out.writeLong(beginning.until());
            out.writeInt(beginning.plays());
            out.writeInt(beginning.countedPlays());
            ChangeCodec.writeSkips(beginning.skips(), out);
            out.writeLong(beginning.listenedMs());
        }
        out.writeLong(memory.purgedUntil());
        out.writeLong(memory.asOf());
        out.writeLong(memory.sequence());
    }

    @Override
    public RecentListening read(DataInputView in, int version) throws IOException {
        return new RecentListening(
                Fields.readList(RecentListeningCodec::readRecentEvent, in),
                in.readBoolean() ? readBeginning(in) : null,
                in.readLong(),
                in.readLong(),
                in.readLong());
    }

    @Override
    public RecentListening copy(RecentListening memory) {
        return new RecentListening(
                memory.moments(), memory.beginning(), memory.purgedUntil(), memory.asOf(), memory.sequence());
    }

    private static Beginning readBeginning(DataInputView in) throws IOException {
        return new Beginning(
                in.readLong(), in.readLong(), in.readInt(), in.readInt(), ChangeCodec.readSkips(in), in.readLong());
    }

    private static void writeRecentEvent(RecentEvent moment, DataOutputView out) throws IOException {
        if (moment instanceof Played played) {
            out.writeByte(PLAYED);
            out.writeLong(played.fingerprint());
            out.writeLong(played.from());
            ChangeCodec.writePlay(played.play(), out);
        } else if (moment instanceof Started started) {
            out.writeByte(STARTED);
            out.writeLong(started.fingerprint());
            out.writeLong(started.at());
            Fields.writeText(started.deviceId(), out);
            Fields.writeText(started.trackId(), out);
            Fields.writeContext(started.context(), out);
        } else if (moment instanceof Searched searched) {
            out.writeByte(SEARCHED);
            out.writeLong(searched.fingerprint());
            out.writeLong(searched.at());
            Fields.writeText(searched.eventId(), out);
            Fields.writeText(searched.deviceId(), out);
        } else if (moment instanceof AdPlayed ad) {
            out.writeByte(AD_PLAYED);
            out.writeLong(ad.fingerprint());
            out.writeLong(ad.at());
        } else if (moment instanceof Present present) {
            out.writeByte(PRESENT);
            out.writeLong(present.fingerprint());
            out.writeLong(present.from());
            out.writeLong(present.at());
        }
    }

    private static RecentEvent readRecentEvent(DataInputView in) throws IOException {
        byte kind = in.readByte();
        return switch (kind) {
            case PLAYED -> new Played(in.readLong(), in.readLong(), ChangeCodec.readPlay(in));
            case STARTED ->
                new Started(
                        in.readLong(), in.readLong(), Fields.readText(in), Fields.readText(in), Fields.readContext(in));
            case SEARCHED -> new Searched(in.readLong(), in.readLong(), Fields.readText(in), Fields.readText(in));
            case AD_PLAYED -> new AdPlayed(in.readLong(), in.readLong());
            case PRESENT -> new Present(in.readLong(), in.readLong(), in.readLong());
            default ->
                throw new IOException(
                        "This version of Segue does not know recent-event kind " + kind + ", found in state.");
        };
    }
}
