package dev.segue.adapters.flink.session;

import dev.segue.adapters.flink.codec.Codec;
import dev.segue.adapters.flink.codec.Fields;
import dev.segue.domain.listening.Interruptions;
import dev.segue.domain.listening.Mood;
import dev.segue.domain.listening.Play;
import dev.segue.domain.listening.Run;
import dev.segue.domain.listening.Skips;
import dev.segue.domain.playback.EndReason;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.Change.PlaysGone;
import dev.segue.domain.session.Change.PlaysOfSession;
import dev.segue.domain.session.Change.Purged;
import dev.segue.domain.session.Change.Revision;
import dev.segue.domain.session.Change.Status;
import dev.segue.domain.session.Change.Superseded;
import dev.segue.domain.session.Session;
import dev.segue.domain.session.SessionId;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Codec of the session rule's changes. Used only on the wire, never in state. */
public final class ChangeCodec implements Codec<Change> {

    private static final byte REVISION = 0;
    private static final byte SUPERSEDED = 1;
    private static final byte FORGOTTEN = 2;
    private static final byte PLAYS = 3;
    private static final byte PLAYS_GONE = 4;

    private static final Status[] STATUSES = Status.values();
    private static final EndReason[] END_REASONS = EndReason.values();
    private static final Mood.Quadrant[] QUADRANTS = Mood.Quadrant.values();

    @Override
    public String name() {
        return "session-change";
    }

    @Override
    public int version() {
        return 2;
    }

    /** Sessions of the first form do not say on which type of device they were. */
    @Override
    public int oldestVersion() {
        return 2;
    }

    @Override
    public void write(Change change, DataOutputView out) throws IOException {
        if (change instanceof Revision revision) {
            out.writeByte(REVISION);
            writeRevision(revision, out);
        } else if (change instanceof Superseded superseded) {
            out.writeByte(SUPERSEDED);
            writeSuperseded(superseded, out);
        } else if (change instanceof Purged purged) {
            out.writeByte(FORGOTTEN);
            Fields.writeText(purged.listener(), out);
            Fields.writeText(purged.sessionId().value(), out);
        } else if (change instanceof PlaysOfSession plays) {
            out.writeByte(PLAYS);
            Fields.writeText(plays.listener(), out);
            Fields.writeText(plays.sessionId().value(), out);
            out.writeInt(plays.chunk());
            out.writeInt(plays.revision());
            Fields.writeList(plays.plays(), ChangeCodec::writePlay, out);
        } else if (change instanceof PlaysGone gone) {
            out.writeByte(PLAYS_GONE);
            Fields.writeText(gone.listener(), out);
            Fields.writeText(gone.sessionId().value(), out);
            out.writeInt(gone.chunk());
        }
    }

    @Override
    public Change read(DataInputView in, int version) throws IOException {
        byte kind = in.readByte();
        return switch (kind) {
            case REVISION -> readRevision(in);
            case SUPERSEDED -> readSuperseded(in);
            case FORGOTTEN -> new Purged(Fields.readText(in), readId(in));
            case PLAYS ->
                new PlaysOfSession(
                        Fields.readText(in),
                        readId(in),
                        in.readInt(),
                        in.readInt(),
                        Fields.readList(ChangeCodec::readPlay, in));
            case PLAYS_GONE -> new PlaysGone(Fields.readText(in), readId(in), in.readInt());
            default ->
                throw new IOException(
                        "This version of Segue does not know change kind " + kind + ", found on the wire.");
        };
    }

    private static SessionId readId(DataInputView in) throws IOException {
        return new SessionId(Fields.readText(in));
    }

    private static void writeRevision(Revision revision, DataOutputView out) throws IOException {
        writeSession(revision.session(), out);
        out.writeInt(revision.number());
        Fields.writeEnum(revision.status(), out);
        out.writeBoolean(revision.open());
        out.writeLong(revision.asOf());
        out.writeLong(revision.settledAfter());
        Fields.writeText(revision.rulesVersion(), out);
    }

    private static Revision readRevision(DataInputView in) throws IOException {
        return new Revision(
                readSession(in),
                in.readInt(),
                Fields.readEnum(STATUSES, in),
                in.readBoolean(),
                in.readLong(),
                in.readLong(),
                Fields.readText(in));
    }

    private static void writeSuperseded(Superseded superseded, DataOutputView out) throws IOException {
        Fields.writeText(superseded.listener(), out);
        Fields.writeText(superseded.sessionId().value(), out);
        out.writeLong(superseded.startedAt());
        out.writeInt(superseded.number());
        Fields.writeText(superseded.supersededBy().value(), out);
        out.writeLong(superseded.asOf());
        out.writeLong(superseded.settledAfter());
        Fields.writeText(superseded.rulesVersion(), out);
    }

    private static Superseded readSuperseded(DataInputView in) throws IOException {
        return new Superseded(
                Fields.readText(in),
                readId(in),
                in.readLong(),
                in.readInt(),
                readId(in),
                in.readLong(),
                in.readLong(),
                Fields.readText(in));
    }

    private static void writeSession(Session session, DataOutputView out) throws IOException {
        Fields.writeText(session.id().value(), out);
        Fields.writeText(session.listener(), out);
        out.writeLong(session.startedAt());
        out.writeLong(session.endedAt());
        Fields.writeText(session.country(), out);
        Fields.writeText(session.timeZone(), out);
        Fields.writeEnum(session.deviceType(), out);
        out.writeInt(session.part());
        out.writeInt(session.events());
        out.writeInt(session.plays());
        out.writeInt(session.countedPlays());
        writeSkips(session.skips(), out);
        out.writeLong(session.listenedMs());
        writeInterruptions(session.interruptions(), out);
        out.writeInt(session.devices());
        out.writeInt(session.deviceChanges());
        out.writeInt(session.runCount());
        Fields.writeList(session.runs(), ChangeCodec::writeRun, out);
        out.writeInt(session.longestRun());
        Fields.writeList(session.otherRuns(), ChangeCodec::writeRun, out);
        writeMood(session.mood(), out);
    }

    private static Session readSession(DataInputView in) throws IOException {
        return new Session(
                readId(in),
                Fields.readText(in),
                in.readLong(),
                in.readLong(),
                Fields.readText(in),
                Fields.readText(in),
                Fields.readEnum(Fields.DEVICE_TYPES, in),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                readSkips(in),
                in.readLong(),
                readInterruptions(in),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                Fields.readList(ChangeCodec::readRun, in),
                in.readInt(),
                Fields.readList(ChangeCodec::readRun, in),
                readMood(in));
    }

    public static void writeMood(Mood mood, DataOutputView out) throws IOException {
        Fields.writeEnum(mood.quadrant(), out);
        out.writeInt(mood.valence());
        out.writeInt(mood.energy());
        out.writeInt(mood.confidence());
    }

    public static Mood readMood(DataInputView in) throws IOException {
        return new Mood(Fields.readEnum(QUADRANTS, in), in.readInt(), in.readInt(), in.readInt());
    }

    public static void writeSkips(Skips skips, DataOutputView out) throws IOException {
        out.writeInt(skips.quick());
        out.writeInt(skips.early());
        out.writeInt(skips.late());
    }

    public static Skips readSkips(DataInputView in) throws IOException {
        return new Skips(in.readInt(), in.readInt(), in.readInt());
    }

    static void writeInterruptions(Interruptions interruptions, DataOutputView out) throws IOException {
        out.writeInt(interruptions.paused());
        out.writeInt(interruptions.stalled());
        out.writeInt(interruptions.silent());
        out.writeLong(interruptions.totalMs());
    }

    static Interruptions readInterruptions(DataInputView in) throws IOException {
        return new Interruptions(in.readInt(), in.readInt(), in.readInt(), in.readLong());
    }

    static void writeRun(Run run, DataOutputView out) throws IOException {
        Fields.writeContext(run.context(), out);
        Fields.writeText(run.deviceId(), out);
        Fields.writeEnum(run.deviceType(), out);
        out.writeLong(run.startedAt());
        out.writeLong(run.endedAt());
        out.writeInt(run.songs());
        out.writeInt(run.countedPlays());
        writeSkips(run.skips(), out);
        Fields.writeList(run.skippedSongs(), (number, to) -> to.writeByte(number), out);
        out.writeLong(run.listenedMs());
        out.writeInt(run.longestUnskipped());
        out.writeBoolean(run.abandoned());
    }

    static Run readRun(DataInputView in) throws IOException {
        return new Run(
                Fields.readContext(in),
                Fields.readText(in),
                Fields.readEnum(Fields.DEVICE_TYPES, in),
                in.readLong(),
                in.readLong(),
                in.readInt(),
                in.readInt(),
                readSkips(in),
                Fields.readList(from -> (int) from.readByte(), in),
                in.readLong(),
                in.readInt(),
                in.readBoolean());
    }

    public static void writePlay(Play play, DataOutputView out) throws IOException {
        Fields.writeText(play.eventId(), out);
        Fields.writeText(play.playId(), out);
        out.writeLong(play.startedAt());
        out.writeLong(play.endedAt());
        out.writeLong(play.playedMs());
        Fields.writeEnum(play.endReason(), out);
        Fields.writeText(play.startReason(), out);
        Fields.writeText(play.trackId(), out);
        Fields.writeContext(play.context(), out);
        Fields.writeDevice(play.device(), out);
        Fields.writeNullableBoolean(play.shuffle(), out);
        out.writeBoolean(play.offline());
        Fields.writeTrack(play.track(), out);
    }

    public static Play readPlay(DataInputView in) throws IOException {
        return new Play(
                Fields.readText(in),
                Fields.readText(in),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                Fields.readEnum(END_REASONS, in),
                Fields.readText(in),
                Fields.readText(in),
                Fields.readContext(in),
                Fields.readDevice(in),
                Fields.readNullableBoolean(in),
                in.readBoolean(),
                Fields.readTrack(in));
    }
}
