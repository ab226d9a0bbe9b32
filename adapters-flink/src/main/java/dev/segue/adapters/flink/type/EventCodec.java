package dev.segue.adapters.flink.type;

import dev.segue.domain.playback.Content;
import dev.segue.domain.playback.Detail;
import dev.segue.domain.playback.Detail.AdEnded;
import dev.segue.domain.playback.Detail.PlaybackPaused;
import dev.segue.domain.playback.Detail.PlaybackResumed;
import dev.segue.domain.playback.Detail.SearchPerformed;
import dev.segue.domain.playback.Detail.TrackEnded;
import dev.segue.domain.playback.Detail.TrackStarted;
import dev.segue.domain.playback.EndReason;
import dev.segue.domain.playback.PauseCause;
import dev.segue.domain.playback.PlaybackEvent;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes playback events. */
final class EventCodec implements Codec<PlaybackEvent> {

    private static final byte TRACK_STARTED = 0;
    private static final byte TRACK_ENDED = 1;
    private static final byte PAUSED = 2;
    private static final byte RESUMED = 3;
    private static final byte SEARCH = 4;
    private static final byte AD_ENDED = 5;

    private static final Content[] CONTENTS = Content.values();
    private static final EndReason[] END_REASONS = EndReason.values();
    private static final PauseCause[] PAUSE_CAUSES = PauseCause.values();

    @Override
    public String name() {
        return "playback-event";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void write(PlaybackEvent event, DataOutputView out) throws IOException {
        Fields.writeText(event.listener(), out);
        Fields.writeText(event.eventId(), out);
        Fields.writeDevice(event.device(), out);
        out.writeLong(event.occurredAt());
        Fields.writeNullableLong(event.sentAt(), out);
        Fields.writeNullableLong(event.receivedAt(), out);
        out.writeLong(event.clockShift());
        Fields.writeText(event.country(), out);
        Fields.writeText(event.timeZone(), out);
        out.writeBoolean(event.offline());
        writeDetail(event.detail(), out);
        Fields.writeTrack(event.track(), out);
    }

    @Override
    public PlaybackEvent read(DataInputView in, int version) throws IOException {
        return new PlaybackEvent(
                Fields.readText(in),
                Fields.readText(in),
                Fields.readDevice(in),
                in.readLong(),
                Fields.readNullableLong(in),
                Fields.readNullableLong(in),
                in.readLong(),
                Fields.readText(in),
                Fields.readText(in),
                in.readBoolean(),
                readDetail(in),
                Fields.readTrack(in));
    }

    private static void writeDetail(Detail detail, DataOutputView out) throws IOException {
        if (detail instanceof TrackEnded ended) {
            out.writeByte(TRACK_ENDED);
            writeEnded(ended, out);
        } else if (detail instanceof TrackStarted started) {
            out.writeByte(TRACK_STARTED);
            Fields.writeText(started.playId(), out);
            Fields.writeText(started.trackId(), out);
            Fields.writeText(started.startReason(), out);
            Fields.writeContext(started.context(), out);
        } else if (detail instanceof PlaybackPaused paused) {
            out.writeByte(PAUSED);
            Fields.writeText(paused.playId(), out);
            Fields.writeEnum(paused.cause(), out);
        } else if (detail instanceof PlaybackResumed resumed) {
            out.writeByte(RESUMED);
            Fields.writeText(resumed.playId(), out);
        } else if (detail instanceof SearchPerformed search) {
            out.writeByte(SEARCH);
            Fields.writeText(search.searchId(), out);
        } else if (detail instanceof AdEnded ad) {
            out.writeByte(AD_ENDED);
            Fields.writeText(ad.adId(), out);
            Fields.writeNullableLong(ad.playedMs(), out);
        }
    }

    private static void writeEnded(TrackEnded ended, DataOutputView out) throws IOException {
        Fields.writeText(ended.playId(), out);
        Fields.writeText(ended.trackId(), out);
        Fields.writeEnum(ended.content(), out);
        out.writeLong(ended.startedAt());
        out.writeLong(ended.playedMs());
        Fields.writeEnum(ended.endReason(), out);
        Fields.writeText(ended.startReason(), out);
        Fields.writeContext(ended.context(), out);
        Fields.writeNullableBoolean(ended.shuffle(), out);
    }

    private static Detail readDetail(DataInputView in) throws IOException {
        byte type = in.readByte();
        return switch (type) {
            case TRACK_STARTED ->
                new TrackStarted(Fields.readText(in), Fields.readText(in), Fields.readText(in), Fields.readContext(in));
            case TRACK_ENDED ->
                new TrackEnded(
                        Fields.readText(in),
                        Fields.readText(in),
                        Fields.readEnum(CONTENTS, in),
                        in.readLong(),
                        in.readLong(),
                        Fields.readEnum(END_REASONS, in),
                        Fields.readText(in),
                        Fields.readContext(in),
                        Fields.readNullableBoolean(in));
            case PAUSED -> new PlaybackPaused(Fields.readText(in), Fields.readEnum(PAUSE_CAUSES, in));
            case RESUMED -> new PlaybackResumed(Fields.readText(in));
            case SEARCH -> new SearchPerformed(Fields.readText(in));
            case AD_ENDED -> new AdEnded(Fields.readText(in), Fields.readNullableLong(in));
            default ->
                throw new IOException("An event in state or on the wire is of type " + type
                        + ", which this version of Segue does not know.");
        };
    }
}
