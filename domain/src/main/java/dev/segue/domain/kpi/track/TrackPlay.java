package dev.segue.domain.kpi.track;

import static java.util.Objects.requireNonNull;

import dev.segue.domain.playback.PlayContext;

/**
 * What track KPIs need of a play.
 *
 * @param context the playlist, album or radio
 * @param startedAt when it began, in epoch milliseconds
 * @param trackId null when not reported
 */
public record TrackPlay(PlayContext context, long startedAt, String trackId, TrackNumbers numbers) {

    public TrackPlay {
        requireNonNull(context, "context");
        requireNonNull(numbers, "numbers");
    }
}
