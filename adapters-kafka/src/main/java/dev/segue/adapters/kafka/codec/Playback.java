package dev.segue.adapters.kafka.codec;

import dev.segue.contracts.AdEnded;
import dev.segue.contracts.Content;
import dev.segue.contracts.PauseCause;
import dev.segue.contracts.PlaybackEvent;
import dev.segue.contracts.PlaybackEventType;
import dev.segue.contracts.PlaybackPaused;
import dev.segue.contracts.PlaybackResumed;
import dev.segue.contracts.SearchPerformed;
import dev.segue.contracts.TrackEnded;
import dev.segue.contracts.TrackStarted;
import dev.segue.domain.catalogue.TrackFacts;
import dev.segue.domain.playback.Detail;
import dev.segue.domain.playback.Device;
import dev.segue.domain.playback.RejectionReason;
import java.time.Instant;

/** Converts playback events between contract and domain. */
final class Playback {

    private static final SameNames<Content, dev.segue.domain.playback.Content> CONTENTS = new SameNames<>(
            Content.class, dev.segue.domain.playback.Content.class, dev.segue.domain.playback.Content.UNKNOWN);

    private static final SameNames<PauseCause, dev.segue.domain.playback.PauseCause> PAUSE_CAUSES = new SameNames<>(
            PauseCause.class, dev.segue.domain.playback.PauseCause.class, dev.segue.domain.playback.PauseCause.UNKNOWN);

    private static final Instant FIRST_TIME = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST_TIME = Instant.parse("9999-12-31T23:59:59.999Z");

    private Playback() {}

    /**
     * The event as the client reported it, before track lookup.
     *
     * @throws UnusableRecord when the type is unknown, its detail is missing, or a time is invalid
     */
    static dev.segue.domain.playback.PlaybackEvent toDomain(PlaybackEvent event) throws UnusableRecord {
        return new dev.segue.domain.playback.PlaybackEvent(
                event.getUserId(),
                event.getEventId(),
                device(event),
                requireTime("occurred_at", event.getOccurredAt()),
                timeOrNull("sent_at", event.getSentAt()),
                timeOrNull("received_at", event.getReceivedAt()),
                0,
                event.getCountry(),
                event.getTimeZone(),
                event.getOffline(),
                detail(event),
                TrackFacts.UNKNOWN);
    }

    private static Device device(PlaybackEvent event) {
        Device.Type type = Parts.DEVICE_TYPES.toDomain(event.getDeviceType());
        boolean unknown = event.getDeviceId().isEmpty() && type == Device.Type.UNKNOWN;
        return unknown ? Device.UNKNOWN : new Device(event.getDeviceId(), type);
    }

    private static Detail detail(PlaybackEvent event) throws UnusableRecord {
        return switch (event.getType()) {
            case TRACK_STARTED -> started(require(event, event.getTrackStarted()));
            case TRACK_ENDED -> ended(require(event, event.getTrackEnded()));
            case PLAYBACK_PAUSED -> paused(require(event, event.getPlaybackPaused()));
            case PLAYBACK_RESUMED ->
                new Detail.PlaybackResumed(
                        require(event, event.getPlaybackResumed()).getPlayId());
            case SEARCH_PERFORMED ->
                new Detail.SearchPerformed(
                        require(event, event.getSearchPerformed()).getSearchId());
            case AD_ENDED -> adEnded(require(event, event.getAdEnded()));
            case UNKNOWN -> throw new UnusableRecord(RejectionReason.UNKNOWN_TYPE, "The event is of an unknown type.");
        };
    }

    private static Detail started(TrackStarted started) {
        return new Detail.TrackStarted(
                started.getPlayId(),
                started.getTrackId(),
                started.getStartReason(),
                Parts.toDomain(started.getContext()));
    }

    private static Detail ended(TrackEnded ended) throws UnusableRecord {
        return new Detail.TrackEnded(
                ended.getPlayId(),
                ended.getTrackId(),
                CONTENTS.toDomain(ended.getContent()),
                requireTime("started_at", ended.getStartedAt()),
                ended.getPlayedMs(),
                Parts.END_REASONS.toDomain(ended.getEndReason()),
                ended.getStartReason(),
                Parts.toDomain(ended.getContext()),
                ended.getShuffle());
    }

    private static Detail paused(PlaybackPaused paused) {
        return new Detail.PlaybackPaused(paused.getPlayId(), PAUSE_CAUSES.toDomain(paused.getCause()));
    }

    private static Detail adEnded(AdEnded ad) {
        return new Detail.AdEnded(ad.getAdId(), ad.getPlayedMs());
    }

    private static <T> T require(PlaybackEvent event, T detail) throws UnusableRecord {
        if (detail == null) {
            throw new UnusableRecord(
                    RejectionReason.NO_DETAIL, "The type is " + event.getType() + ", but its detail is null.");
        }
        return detail;
    }

    private static long requireTime(String field, Instant time) throws UnusableRecord {
        if (time.isBefore(FIRST_TIME) || time.isAfter(LAST_TIME)) {
            throw new UnusableRecord(RejectionReason.NO_TIME, field + " is not a valid time: " + time + ".");
        }
        return time.toEpochMilli();
    }

    private static Long timeOrNull(String field, Instant time) throws UnusableRecord {
        return time == null ? null : requireTime(field, time);
    }

    /** The event as the client reported it: clock-skew correction is undone. */
    static PlaybackEvent toContract(dev.segue.domain.playback.PlaybackEvent corrected) {
        dev.segue.domain.playback.PlaybackEvent event = corrected.correctedBy(-corrected.clockCorrection());
        PlaybackEvent.Builder builder = PlaybackEvent.newBuilder()
                .setEventId(event.eventId())
                .setUserId(event.listener())
                .setDeviceId(event.device().id())
                .setDeviceType(Parts.DEVICE_TYPES.toContract(event.device().type()))
                .setOccurredAt(Instant.ofEpochMilli(event.occurredAt()))
                .setSentAt(Parts.instant(event.sentAt()))
                .setReceivedAt(Parts.instant(event.receivedAt()))
                .setCountry(event.country())
                .setTimeZone(event.timeZone())
                .setOffline(event.offline());
        setDetail(builder, event.detail());
        return builder.build();
    }

    private static void setDetail(PlaybackEvent.Builder builder, Detail detail) {
        if (detail instanceof Detail.TrackStarted started) {
            builder.setType(PlaybackEventType.TRACK_STARTED)
                    .setTrackStarted(new TrackStarted(
                            started.playId(),
                            started.trackId(),
                            started.startReason(),
                            Parts.toContract(started.context())));
        } else if (detail instanceof Detail.TrackEnded ended) {
            builder.setType(PlaybackEventType.TRACK_ENDED).setTrackEnded(ended(ended));
        } else if (detail instanceof Detail.PlaybackPaused paused) {
            builder.setType(PlaybackEventType.PLAYBACK_PAUSED)
                    .setPlaybackPaused(new PlaybackPaused(paused.playId(), PAUSE_CAUSES.toContract(paused.cause())));
        } else if (detail instanceof Detail.PlaybackResumed resumed) {
            builder.setType(PlaybackEventType.PLAYBACK_RESUMED)
                    .setPlaybackResumed(new PlaybackResumed(resumed.playId()));
        } else if (detail instanceof Detail.SearchPerformed search) {
            builder.setType(PlaybackEventType.SEARCH_PERFORMED)
                    .setSearchPerformed(new SearchPerformed(search.searchId()));
        } else if (detail instanceof Detail.AdEnded ad) {
            builder.setType(PlaybackEventType.AD_ENDED).setAdEnded(new AdEnded(ad.adId(), ad.playedMs()));
        } else {
            throw new IllegalArgumentException("no contract for " + detail);
        }
    }

    private static TrackEnded ended(Detail.TrackEnded ended) {
        return TrackEnded.newBuilder()
                .setPlayId(ended.playId())
                .setTrackId(ended.trackId())
                .setContent(CONTENTS.toContract(ended.content()))
                .setStartedAt(Instant.ofEpochMilli(ended.startedAt()))
                .setPlayedMs(ended.playedMs())
                .setEndReason(Parts.END_REASONS.toContract(ended.endReason()))
                .setStartReason(ended.startReason())
                .setContext(Parts.toContract(ended.context()))
                .setShuffle(ended.shuffle())
                .build();
    }
}
