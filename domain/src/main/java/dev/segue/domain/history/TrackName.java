package dev.segue.domain.history;

import dev.segue.domain.playback.Intake;
import java.util.Comparator;

/**
 * What a track is called, as far as the input says. Names longer than {@link Intake#LONGEST_TEXT} characters are cut.
 *
 * @param title of the track, or null
 * @param artist its artist, or null
 * @param album its album, or null
 */
public record TrackName(String title, String artist, String album) {

    /** Nothing is known. */
    public static final TrackName UNKNOWN = new TrackName(null, null, null);

    /** The longer text says more; of two equally long ones the alphabetically first, to be deterministic. */
    private static final Comparator<String> SAYS_MORE =
            Comparator.nullsFirst(Comparator.comparingInt(String::length).thenComparing(Comparator.reverseOrder()));

    public TrackName {
        title = cut(title);
        artist = cut(artist);
        album = cut(album);
    }

    /** Merges two names of one track. The order and number of merges do not affect the result. */
    public TrackName and(TrackName other) {
        return equals(other)
                ? this
                : new TrackName(fuller(title, other.title), fuller(artist, other.artist), fuller(album, other.album));
    }

    private static String fuller(String one, String other) {
        return SAYS_MORE.compare(one, other) >= 0 ? one : other;
    }

    /** Never cuts a character in two. */
    private static String cut(String text) {
        if (text == null || text.length() <= Intake.LONGEST_TEXT) {
            return text;
        }
        int end = Intake.LONGEST_TEXT;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }
}
