package dev.segue.adapters.flink.intake;

import dev.segue.adapters.flink.codec.Fields;
import dev.segue.domain.catalogue.TrackFacts;
import dev.segue.domain.playback.Content;
import dev.segue.domain.playback.Detail;
import dev.segue.domain.playback.Detail.AdEnded;
import dev.segue.domain.playback.Detail.PlaybackPaused;
import dev.segue.domain.playback.Detail.PlaybackResumed;
import dev.segue.domain.playback.Detail.SearchPerformed;
import dev.segue.domain.playback.Detail.TrackEnded;
import dev.segue.domain.playback.Detail.TrackStarted;
import dev.segue.domain.playback.Device;
import dev.segue.domain.playback.EndReason;
import dev.segue.domain.playback.PauseCause;
import dev.segue.domain.playback.PlayContext;
import dev.segue.domain.playback.PlaybackEvent;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * The fields of a serialized playback event, and their order; subclasses decide how names, times and durations are
 * written. Adding a field requires a new version of every codec that contains events: of events, of pages, and of a
 * listener's state.
 */
public abstract class EventForm {

    private static final byte TRACK_STARTED = 0;
    private static final byte TRACK_ENDED = 1;
    private static final byte PAUSED = 2;
    private static final byte RESUMED = 3;
    private static final byte SEARCH = 4;
    private static final byte AD_ENDED = 5;

    private static final Content[] CONTENTS = Content.values();
    private static final EndReason[] END_REASONS = EndReason.values();
    private static final PauseCause[] PAUSE_CAUSES = PauseCause.values();

    /** Writes a string or null that recurs in most of a listener's events. */
    protected abstract void writeName(String name, DataOutputView out) throws IOException;

    protected abstract String readName(DataInputView in) throws IOException;

    /** Writes a point in time, in epoch milliseconds. */
    protected abstract void writeTime(long time, DataOutputView out) throws IOException;

    protected abstract long readTime(DataInputView in) throws IOException;

    /** Writes a duration, in milliseconds. */
    protected abstract void writeAmount(long amount, DataOutputView out) throws IOException;

    protected abstract long readAmount(DataInputView in) throws IOException;

    protected abstract void writeTrack(TrackFacts track, DataOutputView out) throws IOException;

    protected abstract TrackFacts readTrack(DataInputView in) throws IOException;

    public final void writeEvent(PlaybackEvent event, DataOutputView out) throws IOException {
        writeName(event.listener(), out);
        Fields.writeText(event.eventId(), out);
        writeName(event.device().id(), out);
        Fields.writeEnum(event.device().type(), out);
        writeTime(event.occurredAt(), out);
        writeNullableTime(event.sentAt(), out);
        writeNullableTime(event.receivedAt(), out);
        writeAmount(event.clockCorrection(), out);
        writeName(event.country(), out);
        writeName(event.timeZone(), out);
        out.writeBoolean(event.offline());
        writeDetail(event.detail(), out);
        writeTrack(event.track(), out);
    }

    public final PlaybackEvent readEvent(DataInputView in) throws IOException {
        return new PlaybackEvent(
                readName(in),
                Fields.readText(in),
                new Device(readName(in), Fields.readEnum(Fields.DEVICE_TYPES, in)),
                readTime(in),
                readNullableTime(in),
                readNullableTime(in),
                readAmount(in),
                readName(in),
                readName(in),
                in.readBoolean(),
                readDetail(in),
                readTrack(in));
    }

    private void writeDetail(Detail detail, DataOutputView out) throws IOException {
        if (detail instanceof TrackEnded ended) {
            out.writeByte(TRACK_ENDED);
            writeEnded(ended, out);
        } else if (detail instanceof TrackStarted started) {
            out.writeByte(TRACK_STARTED);
            Fields.writeText(started.playId(), out);
            Fields.writeText(started.trackId(), out);
            writeName(started.startReason(), out);
            writeContext(started.context(), out);
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
            out.writeBoolean(ad.playedMs() != null);
            if (ad.playedMs() != null) {
                writeAmount(ad.playedMs(), out);
            }
        }
    }

    private void writeEnded(TrackEnded ended, DataOutputView out) throws IOException {
        Fields.writeText(ended.playId(), out);
        Fields.writeText(ended.trackId(), out);
        Fields.writeEnum(ended.content(), out);
        writeTime(ended.startedAt(), out);
        writeAmount(ended.playedMs(), out);
        Fields.writeEnum(ended.endReason(), out);
        writeName(ended.startReason(), out);
        writeContext(ended.context(), out);
        Fields.writeNullableBoolean(ended.shuffle(), out);
    }

    private Detail readDetail(DataInputView in) throws IOException {
        byte type = in.readByte();
        return switch (type) {
            case TRACK_STARTED ->
                new TrackStarted(Fields.readText(in), Fields.readText(in), readName(in), readContext(in));
            case TRACK_ENDED ->
                new TrackEnded(
                        Fields.readText(in),
                        Fields.readText(in),
                        Fields.readEnum(CONTENTS, in),
                        readTime(in),
                        readAmount(in),
                        Fields.readEnum(END_REASONS, in),
                        readName(in),
                        readContext(in),
                        Fields.readNullableBoolean(in));
            case PAUSED -> new PlaybackPaused(Fields.readText(in), Fields.readEnum(PAUSE_CAUSES, in));
            case RESUMED -> new PlaybackResumed(Fields.readText(in));
            case SEARCH -> new SearchPerformed(Fields.readText(in));
            case AD_ENDED -> new AdEnded(Fields.readText(in), in.readBoolean() ? readAmount(in) : null);
            default ->
                throw new IOException(
                        "This version of Segue does not know event type " + type + ", found in state or on the wire.");
        };
    }

    private void writeNullableTime(Long time, DataOutputView out) throws IOException {
        out.writeBoolean(time != null);
        if (time != null) {
            writeTime(time, out);
        }
    }

    private Long readNullableTime(DataInputView in) throws IOException {
        return in.readBoolean() ? readTime(in) : null;
    }

    private void writeContext(PlayContext context, DataOutputView out) throws IOException {
        out.writeBoolean(context != null);
        if (context != null) {
            Fields.writeEnum(context.type(), out);
            writeName(context.id(), out);
            writeName(context.edition(), out);
        }
    }

    private PlayContext readContext(DataInputView in) throws IOException {
        return in.readBoolean()
                ? new PlayContext(Fields.readEnum(Fields.CONTEXT_TYPES, in), readName(in), readName(in))
                : null;
    }
}
