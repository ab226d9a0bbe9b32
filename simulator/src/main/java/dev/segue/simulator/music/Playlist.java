package dev.segue.simulator.music;

import java.util.List;

/**
 * One simulated playlist.
 *
 * @param weekly whether it has a new edition every week
 */
public record Playlist(String id, boolean weekly, List<Song> songs) {

    public Playlist {
        songs = List.copyOf(songs);
    }
}
