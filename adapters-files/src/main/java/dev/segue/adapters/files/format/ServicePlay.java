package dev.segue.adapters.files.format;

import dev.segue.domain.catalogue.TrackFacts;
import dev.segue.domain.history.TrackName;
import dev.segue.domain.playback.Content;
import dev.segue.domain.playback.Detail.TrackEnded;
import dev.segue.domain.playback.Device;
import dev.segue.domain.playback.EndReason;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.playback.RejectionReason;

/**
 * One play from the history of a service that names songs by title. Its listener stays empty: a person has another name
 * at each service.
 *
 * <p>A play whose played time is unknown is an instant: it proves presence then, has no listened time, and is no skip.
 */
final class ServicePlay {

    private final String service;
    private final String artist;
    private final String title;
    private String album;
    private Long startedAt;
    private Long endedAt;
    private Long playedMs;
    private EndReason endReason = EndReason.UNKNOWN;
    private String device = "";
    private boolean offline;

    /**
     * A play of which nothing else is known yet.
     *
     * @param artist or null
     * @throws Unusable when there is no title
     */
    ServicePlay(String service, String artist, String title) throws Unusable {
        if (title == null || title.isBlank()) {
            throw new Unusable(RejectionReason.NO_DETAIL, "The row names no song.");
        }
        this.service = service;
        this.artist = artist == null || artist.isBlank() ? null : artist.strip();
        this.title = title.strip();
    }

    /** {@code album} is a name, or null. */
    ServicePlay from(String album) {
        this.album = album == null || album.isBlank() ? null : album.strip();
        return this;
    }

    /** {@code startedAt} in milliseconds since the epoch, or null. */
    ServicePlay startedAt(Long startedAt) {
        this.startedAt = startedAt;
        return this;
    }

    /** {@code endedAt} in milliseconds since the epoch, or null. */
    ServicePlay endedAt(Long endedAt) {
        this.endedAt = endedAt;
        return this;
    }

    /** {@code playedMs} is how long it sounded, in milliseconds, not negative; null when unknown. */
    ServicePlay sounded(Long playedMs) {
        this.playedMs = playedMs;
        return this;
    }

    ServicePlay endedBy(EndReason endReason) {
        this.endReason = endReason;
        return this;
    }

    /** {@code device} is a name, or null. */
    ServicePlay on(String device) {
        this.device = device == null ? "" : device.strip();
        return this;
    }

    ServicePlay offline(boolean offline) {
        this.offline = offline;
        return this;
    }

    /**
     * The row of the file that begins on {@code line}.
     *
     * @throws Unusable when neither start nor end is known
     */
    Row at(long line) throws Unusable {
        if (startedAt == null && endedAt == null) {
            throw new Unusable(RejectionReason.NO_TIME, "The row has no time.");
        }
        return new Row.Read(line, playedMs == null ? instant() : play(), new TrackName(title, artist, album));
    }

    private PlaybackEvent instant() {
        long at = startedAt == null ? endedAt : startedAt;
        return event(at, at, 0, EndReason.UNKNOWN);
    }

    private PlaybackEvent play() {
        long end = endedAt == null ? startedAt + playedMs : endedAt;
        return event(startedAt == null ? end - playedMs : startedAt, end, playedMs, endReason);
    }

    private PlaybackEvent event(long start, long end, long played, EndReason reason) {
        String id = new ContentId()
                .with(service)
                .with(start)
                .with(playedMs)
                .with(artist)
                .with(title)
                .value();
        return new PlaybackEvent(
                "",
                id,
                new Device(device, Device.Type.UNKNOWN),
                end,
                null,
                null,
                0,
                null,
                null,
                offline,
                new TrackEnded(
                        null, ContentId.ofTrack(artist, title), Content.TRACK, start, played, reason, null, null, null),
                TrackFacts.UNKNOWN);
    }
}
