package dev.segue.replay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.segue.domain.catalogue.TrackFacts;
import dev.segue.domain.playback.Content;
import dev.segue.domain.playback.Detail;
import dev.segue.domain.playback.Detail.AdEnded;
import dev.segue.domain.playback.Detail.PlaybackPaused;
import dev.segue.domain.playback.Detail.PlaybackResumed;
import dev.segue.domain.playback.Detail.SearchPerformed;
import dev.segue.domain.playback.Detail.TrackEnded;
import dev.segue.domain.playback.Detail.TrackStarted;
import dev.segue.domain.playback.Intake;
import dev.segue.domain.playback.PlayContext;
import dev.segue.domain.playback.PlaybackEvent;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Writes events as a client logging JSON Lines would, and limits events to what such lines can express. */
final class EventsAsLines {

    private EventsAsLines() {}

    /** A file with these events in this order. */
    static Path write(Path file, List<PlaybackEvent> events) throws IOException {
        return Files.writeString(file, events.stream().map(EventsAsLines::line).collect(Collectors.joining("\n")));
    }

    /**
     * The event closest to {@code event} that a line can express, with that listener: only tracks end, nothing is known
     * about them, and a clock is wrong by more than the tolerance or not at all.
     */
    static PlaybackEvent recordable(PlaybackEvent event, String listener) {
        boolean corrected = Math.abs(event.clockCorrection()) > Intake.DEFAULT.clockToleranceMs();
        return new PlaybackEvent(
                listener,
                event.eventId(),
                event.device(),
                event.occurredAt(),
                corrected ? (Long) (event.occurredAt() - event.clockCorrection()) : null,
                corrected ? (Long) event.occurredAt() : null,
                corrected ? event.clockCorrection() : 0,
                event.country(),
                event.timeZone(),
                event.offline(),
                event.detail() instanceof TrackEnded ended ? ofATrack(ended) : event.detail(),
                TrackFacts.UNKNOWN);
    }

    private static TrackEnded ofATrack(TrackEnded ended) {
        return new TrackEnded(
                ended.playId(),
                ended.trackId(),
                Content.TRACK,
                ended.startedAt(),
                ended.playedMs(),
                ended.endReason(),
                ended.startReason(),
                ended.context(),
                ended.shuffle());
    }

    /** What a client would have written, by its own clock. */
    private static String line(PlaybackEvent event) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(line)) {
            PlaybackEvent reported = event.correctedBy(-event.clockCorrection());
            json.writeStartObject();
            json.writeStringField("event_id", event.eventId());
            json.writeStringField("user_id", event.listener());
            json.writeStringField("device_id", event.device().id());
            json.writeStringField("device_type", event.device().type().name());
            json.writeNumberField("occurred_at", reported.occurredAt());
            if (event.sentAt() != null) {
                json.writeNumberField("sent_at", event.sentAt());
                json.writeNumberField("received_at", event.receivedAt());
            }
            json.writeStringField("country", event.country());
            json.writeStringField("time_zone", event.timeZone());
            json.writeBooleanField("offline", event.offline());
            write(reported.detail(), json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toString();
    }

    private static void write(Detail detail, JsonGenerator json) throws IOException {
        json.writeStringField("play_id", detail.playId());
        json.writeStringField("track_id", detail.trackId());
        json.writeStringField("start_reason", detail.startReason());
        PlayContext context = detail.context();
        if (context != null) {
            json.writeStringField("context_type", context.type().name());
            json.writeStringField("context_id", context.id());
            json.writeStringField("context_edition", context.edition());
        }
        if (detail instanceof TrackStarted) {
            json.writeStringField("type", "TRACK_STARTED");
        } else if (detail instanceof TrackEnded ended) {
            json.writeStringField("type", "TRACK_ENDED");
            json.writeNumberField("started_at", ended.startedAt());
            json.writeNumberField("played_ms", ended.playedMs());
            json.writeStringField("end_reason", ended.endReason().name());
            if (ended.shuffle() != null) {
                json.writeBooleanField("shuffle", ended.shuffle());
            }
        } else if (detail instanceof PlaybackPaused paused) {
            json.writeStringField("type", "PLAYBACK_PAUSED");
            json.writeStringField("cause", paused.cause().name());
        } else if (detail instanceof PlaybackResumed) {
            json.writeStringField("type", "PLAYBACK_RESUMED");
        } else if (detail instanceof SearchPerformed search) {
            json.writeStringField("type", "SEARCH_PERFORMED");
            json.writeStringField("search_id", search.searchId());
        } else if (detail instanceof AdEnded ad) {
            json.writeStringField("type", "AD_ENDED");
            json.writeStringField("ad_id", ad.adId());
            if (ad.playedMs() != null) {
                json.writeNumberField("played_ms", ad.playedMs());
            }
        }
    }
}
