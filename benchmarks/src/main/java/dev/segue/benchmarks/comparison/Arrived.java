package dev.segue.benchmarks.comparison;

import static java.util.Objects.requireNonNull;

import dev.segue.domain.playback.PlaybackEvent;

/**
 * A usable event with corrected times, as it reaches the server.
 *
 * @param at when it arrives, in epoch milliseconds
 */
record Arrived(PlaybackEvent event, long at) {
    Arrived {
        requireNonNull(event, "event");
    }
}
