package dev.segue.app.replay.format;

import static dev.segue.app.replay.format.HistoryField.*;

import dev.segue.domain.catalogue.TrackFacts;
import dev.segue.domain.playback.Content;
import dev.segue.domain.playback.Detail.TrackEnded;
import dev.segue.domain.playback.Device;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.playback.RejectionReason;
import java.util.EnumMap;
import java.util.Map;

/** One row of an extended streaming history, whichever way it was written, and the event it makes. */
final class HistoryRow {

    /** The listener of rows that name no account: whoever asked for the export. */
    static final String THE_ONE_WHO_ASKED = "me";

    /** What the export says when it does not know the country. */
    private static final String NO_COUNTRY = "ZZ";

    private final Map<HistoryField, String> values = new EnumMap<>(HistoryField.class);

    /** Sets a field to a value as it stands in the file; null and empty say nothing. */
    void set(HistoryField field, String value) {
        String plain = field.plain(value);
        if (plain != null) {
            values.put(field, plain);
        }
    }

    /** The event: a play that ended at {@code ts}, or the presence that a podcast or an audiobook proves. */
    PlaybackEvent event() throws Unusable {
        long endedAt = endedAt();
        long playedMs = playedMs();
        Content content = content();
        TrackEnded ended = new TrackEnded(
                null,
                content == Content.TRACK ? values.get(SPOTIFY_TRACK_URI) : null,
                content,
                endedAt - playedMs,
                playedMs,
                Words.endReasonInHistory(values.get(REASON_END)),
                values.get(REASON_START),
                null,
                flag(SHUFFLE));
        String country = values.get(CONN_COUNTRY);
        return new PlaybackEvent(
                values.getOrDefault(USERNAME, THE_ONE_WHO_ASKED),
                id(),
                new Device(values.getOrDefault(PLATFORM, ""), Device.Type.UNKNOWN),
                endedAt,
                null,
                null,
                0,
                NO_COUNTRY.equals(country) ? null : country,
                null,
                Boolean.TRUE.equals(flag(OFFLINE)),
                ended,
                TrackFacts.UNKNOWN);
    }

    private long endedAt() throws Unusable {
        String ts = values.get(TS);
        Long endedAt = ts == null ? null : Times.ofEpochMillis(ts);
        if (endedAt == null) {
            throw new Unusable(RejectionReason.NO_TIME, "The field ts is " + (ts == null ? "missing." : "not a time."));
        }
        return endedAt;
    }

    private long playedMs() throws Unusable {
        String written = values.get(MS_PLAYED);
        if (written == null) {
            throw new Unusable(RejectionReason.NO_DETAIL, "The field ms_played is missing.");
        }
        Long playedMs = Times.ofLength(written);
        if (playedMs == null) {
            throw new Unusable(
                    RejectionReason.UNREADABLE, "The field ms_played is not a whole number of milliseconds.");
        }
        if (playedMs < 0) {
            throw new Unusable(
                    RejectionReason.STARTS_AFTER_END,
                    "The field ms_played is negative, so the play would start after it ends.");
        }
        return playedMs;
    }

    private Content content() throws Unusable {
        if (values.containsKey(SPOTIFY_TRACK_URI) || values.containsKey(MASTER_METADATA_TRACK_NAME)) {
            return Content.TRACK;
        }
        boolean spoken = values.containsKey(SPOTIFY_EPISODE_URI)
                || values.containsKey(EPISODE_NAME)
                || values.containsKey(AUDIOBOOK_URI)
                || values.containsKey(AUDIOBOOK_TITLE)
                || values.containsKey(AUDIOBOOK_CHAPTER_URI)
                || values.containsKey(AUDIOBOOK_CHAPTER_TITLE);
        if (!spoken) {
            throw new Unusable(
                    RejectionReason.NO_DETAIL, "The row names no track, no episode and no chapter of an audiobook.");
        }
        return Content.SPOKEN;
    }

    private Boolean flag(HistoryField field) {
        String value = values.get(field);
        return value == null ? null : Boolean.valueOf(value);
    }

    private String id() {
        ContentId id = new ContentId();
        for (HistoryField field : HistoryField.values()) {
            id.with(values.get(field));
        }
        return id.value();
    }
}
