package dev.segue.adapters.files.format;

import dev.segue.domain.catalogue.TrackFacts;
import dev.segue.domain.playback.Content;
import dev.segue.domain.playback.Detail;
import dev.segue.domain.playback.Device;
import dev.segue.domain.playback.PlayContext;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.playback.RejectionReason;
import java.util.Locale;
import java.util.Set;

/** The fields of one playback event in JSON, and the event built from them. */
final class EventFields {

    /** All fields that are read; others are skipped. */
    static final FieldPaths ALL = FieldPaths.of(
            "event_id",
            "user_id",
            "device_id",
            "device_type",
            "occurred_at",
            "sent_at",
            "received_at",
            "country",
            "time_zone",
            "offline",
            "type",
            "play_id",
            "track_id",
            "started_at",
            "played_ms",
            "end_reason",
            "start_reason",
            "shuffle",
            "context_type",
            "context_id",
            "context_edition",
            "cause",
            "search_id",
            "ad_id");

    /** Every event worth reading has at least one of these fields. */
    static final Set<String> DISTINCTIVE = Set.of("occurred_at", "user_id", "event_id");

    private EventFields() {}

    /** The event; its listener is empty when the fields name none. */
    static PlaybackEvent event(FlatObject fields) throws Unusable {
        String listener = orEmpty(fields.text("user_id"));
        Long occurredAt = fields.time("occurred_at");
        if (occurredAt == null) {
            throw new Unusable(RejectionReason.NO_TIME, "The field occurred_at is missing.");
        }
        Device device = new Device(orEmpty(fields.text("device_id")), Words.deviceType(fields.text("device_type")));
        String country = fields.text("country");
        String timeZone = fields.text("time_zone");
        boolean offline = Boolean.TRUE.equals(fields.flag("offline"));
        Detail detail = detail(fields, occurredAt);
        String eventId = fields.text("event_id");
        if (eventId == null) {
            eventId = new ContentId()
                    .with(listener)
                    .with(device)
                    .with(occurredAt)
                    .with(country)
                    .with(timeZone)
                    .with(offline)
                    .with(detail)
                    .value();
        }
        return new PlaybackEvent(
                listener,
                eventId,
                device,
                occurredAt,
                fields.time("sent_at"),
                fields.time("received_at"),
                0,
                country,
                timeZone,
                offline,
                detail,
                TrackFacts.UNKNOWN);
    }

    private static Detail detail(FlatObject fields, long occurredAt) throws Unusable {
        String type = fields.text("type");
        if (type == null) {
            throw new Unusable(RejectionReason.UNKNOWN_TYPE, "The field type is missing.");
        }
        return switch (type.toUpperCase(Locale.ROOT)) {
            case "TRACK_STARTED" ->
                new Detail.TrackStarted(
                        fields.text("play_id"), fields.text("track_id"), fields.text("start_reason"), context(fields));
            case "TRACK_ENDED" -> trackEnded(fields, occurredAt);
            case "PLAYBACK_PAUSED" ->
                new Detail.PlaybackPaused(fields.text("play_id"), Words.pauseCause(fields.text("cause")));
            case "PLAYBACK_RESUMED" -> new Detail.PlaybackResumed(fields.text("play_id"));
            case "SEARCH_PERFORMED" -> new Detail.SearchPerformed(fields.text("search_id"));
            case "AD_ENDED" -> new Detail.AdEnded(fields.text("ad_id"), fields.length("played_ms"));
            default -> throw new Unusable(RejectionReason.UNKNOWN_TYPE, "The field type holds an unknown event type.");
        };
    }

    /**
     * Without {@code played_ms} the play has no length; without {@code started_at} it started its played time before
     * its end.
     */
    private static Detail trackEnded(FlatObject fields, long occurredAt) throws Unusable {
        Long playedMs = fields.length("played_ms");
        Long startedAt = fields.time("started_at");
        if (playedMs == null) {
            playedMs = 0L;
            startedAt = occurredAt;
        } else if (startedAt == null) {
            startedAt = occurredAt - playedMs;
        }
        return new Detail.TrackEnded(
                fields.text("play_id"),
                fields.text("track_id"),
                Content.TRACK,
                startedAt,
                playedMs,
                Words.endReason(fields.text("end_reason")),
                fields.text("start_reason"),
                context(fields),
                fields.flag("shuffle"));
    }

    private static PlayContext context(FlatObject fields) throws Unusable {
        return Words.context(fields.text("context_type"), fields.text("context_id"), fields.text("context_edition"));
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
