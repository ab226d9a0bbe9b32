package dev.segue.domain.playback;

import static java.util.Objects.requireNonNull;

import dev.segue.domain.catalogue.TrackFacts;

/**
 * What a client reported: a track that started or ended, a pause, a resume, a search, or an ad that ended.
 *
 * @param listener whose event it is; never empty
 * @param eventId the producer's id of the event; never empty, but not unique by itself (see {@link ContentFingerprint})
 * @param device where it happened; {@link Device#UNKNOWN} when not reported
 * @param occurredAt when it happened, by the device's clock; corrected, if that was wrong
 * @param sentAt the device's clock at upload, or null
 * @param receivedAt the server's clock at reception, or null
 * @param clockCorrection what was added to the times of this event, in milliseconds; 0 for no correction
 * @param country ISO 3166-1 alpha-2, or null
 * @param timeZone IANA id of the listener's time zone, or null
 * @param offline whether the client was offline when it happened
 * @param detail what happened
 * @param track what the catalogue knew about the track at acceptance; {@link TrackFacts#UNKNOWN} for nothing
 */
public record PlaybackEvent(
        String listener,
        String eventId,
        Device device,
        long occurredAt,
        Long sentAt,
        Long receivedAt,
        long clockCorrection,
        String country,
        String timeZone,
        boolean offline,
        Detail detail,
        TrackFacts track)
        implements PlaybackRecord {

    public PlaybackEvent {
        requireNonNull(listener, "listener");
        requireNonNull(eventId, "eventId");
        requireNonNull(device, "device");
        requireNonNull(detail, "detail");
        requireNonNull(track, "track");
    }

    /** This event, with all its times moved by {@code shift} milliseconds. */
    public PlaybackEvent correctedBy(long shift) {
        return new PlaybackEvent(
                listener,
                eventId,
                device,
                occurredAt + shift,
                sentAt,
                receivedAt,
                clockCorrection + shift,
                country,
                timeZone,
                offline,
                detail.correctedBy(shift),
                track);
    }

    /** This event, of a listener who is called {@code name}. */
    public PlaybackEvent ofListener(String name) {
        return with(name, track);
    }

    /** This event, with these facts about its track. */
    public PlaybackEvent enrichedWith(TrackFacts facts) {
        return with(listener, facts);
    }

    private PlaybackEvent with(String name, TrackFacts facts) {
        return new PlaybackEvent(
                name,
                eventId,
                device,
                occurredAt,
                sentAt,
                receivedAt,
                clockCorrection,
                country,
                timeZone,
                offline,
                detail,
                facts);
    }
}
