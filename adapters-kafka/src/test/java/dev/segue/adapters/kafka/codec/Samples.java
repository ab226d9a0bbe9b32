package dev.segue.adapters.kafka.codec;

import dev.segue.domain.catalogue.TrackFacts;
import dev.segue.domain.playback.Content;
import dev.segue.domain.playback.Detail;
import dev.segue.domain.playback.Device;
import dev.segue.domain.playback.EndReason;
import dev.segue.domain.playback.PauseCause;
import dev.segue.domain.playback.PlayContext;
import dev.segue.domain.playback.PlaybackEvent;
import java.util.List;

/** Playback events that together use every field, and omit every optional one. */
public final class Samples {

    static final long NOON = 1_772_452_800_000L;

    static final PlayContext DISCOVER_WEEKLY =
            new PlayContext(PlayContext.Type.PLAYLIST, "37i9dQZEVXcJZyENOWUFo7", "2026-W10");

    static final Detail.TrackEnded ENDED = new Detail.TrackEnded(
            "play-7",
            "track-ünïcode-🎵",
            Content.TRACK,
            NOON - 200_000,
            180_001,
            EndReason.FORWARD,
            "clickrow",
            DISCOVER_WEEKLY,
            true);

    private Samples() {}

    /** For each type one event with all fields, and one without the optional ones. */
    public static List<PlaybackEvent> all() {
        return List.of(
                full(new Detail.TrackStarted("play-7", "track-1", "trackdone", DISCOVER_WEEKLY)),
                full(ENDED),
                full(new Detail.PlaybackPaused("play-7", PauseCause.STALL)),
                full(new Detail.PlaybackResumed("play-7")),
                full(new Detail.SearchPerformed("search-5")),
                full(new Detail.AdEnded("ad-3", 30_000L)),
                bare(new Detail.TrackStarted(null, null, null, null)),
                bare(new Detail.TrackEnded(
                        null,
                        null,
                        Content.SPOKEN,
                        0,
                        0,
                        EndReason.UNKNOWN,
                        null,
                        new PlayContext(PlayContext.Type.UNKNOWN, "", null),
                        null)),
                bare(new Detail.PlaybackPaused(null, PauseCause.UNKNOWN)),
                bare(new Detail.PlaybackResumed(null)),
                bare(new Detail.SearchPerformed(null)),
                bare(new Detail.AdEnded(null, null)));
    }

    /** The same events as contract messages. */
    public static List<dev.segue.contracts.PlaybackEvent> contracts() {
        return all().stream().map(Playback::toContract).toList();
    }

    static PlaybackEvent full(Detail detail) {
        return new PlaybackEvent(
                "anna",
                "event-1",
                new Device("phone-1", Device.Type.PHONE),
                NOON,
                NOON + 1_000,
                NOON + 2_000,
                0,
                "SE",
                "Europe/Stockholm",
                true,
                detail,
                TrackFacts.UNKNOWN);
    }

    static PlaybackEvent bare(Detail detail) {
        return new PlaybackEvent(
                "bo", "event-2", Device.UNKNOWN, NOON, null, null, 0, null, null, false, detail, TrackFacts.UNKNOWN);
    }
}
