package dev.segue.simulator.music;

/**
 * One simulated track.
 *
 * @param durationMs at least a minute
 * @param valence 0 to 1
 * @param energy 0 to 1
 */
public record Song(
        String id, String title, String artistId, String artist, long durationMs, double valence, double energy) {}
