package dev.segue.domain.merge;

import static java.util.Objects.requireNonNull;

import dev.segue.domain.playback.ContentFingerprint;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What was played, in a form in which services agree: digests of its title and its first artist. Case, accents,
 * punctuation, guests ("feat. ...") and remarks on remastering do not count.
 *
 * @param title a digest; songs with equal titles have the same one
 * @param artist a digest, or {@link #NO_ARTIST}
 */
public record Song(long title, long artist) {

    /** Stands for an artist whom the service does not name. */
    public static final long NO_ARTIST = 0;

    /** How many characters of a title or a name are compared: all of any genuine one. */
    private static final int COMPARED = 256;

    private static final Pattern GUESTS =
            Pattern.compile("([(\\[](feat|ft|featuring|with)| (feat|ft|featuring))[. ].*");

    private static final Pattern REMASTER =
            Pattern.compile(" *([(\\[][^)\\]]*\\bremaster(ed)?\\b[^)\\]]*[)\\]]| [-\u2013] .*\\bremaster(ed)?\\b.*)");

    /** What stands between the first artist and the next. */
    private static final Pattern OTHER_ARTISTS = Pattern.compile("(,|;|/| & | feat\\.? | ft\\.? | featuring | x ).*");

    /** Punctuation, space, and the marks into which accents have been decomposed. */
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /**
     * The song with this title by this artist; null when there is no title.
     *
     * @param artist or null
     * @param title or null
     */
    public static Song of(String artist, String title) {
        if (title == null || title.isBlank()) {
            return null;
        }
        String spoken = lower(title);
        String bare = GUESTS.matcher(REMASTER.matcher(spoken).replaceAll("")).replaceFirst("");
        return new Song(
                digest(bare.isBlank() ? spoken : bare),
                artist == null || artist.isBlank() ? NO_ARTIST : artist(artist));
    }

    /** Whether both can be one song: equal titles, and equal artists where both name one. */
    public boolean canBe(Song other) {
        requireNonNull(other, "other");
        return title == other.title && (artist == other.artist || artist == NO_ARTIST || other.artist == NO_ARTIST);
    }

    private static long artist(String written) {
        String all = lower(written);
        String first = OTHER_ARTISTS.matcher(all).replaceFirst("");
        return digest(first.isBlank() ? all : first);
    }

    private static String lower(String text) {
        String stripped = text.strip();
        String bounded = stripped.substring(0, Math.min(stripped.length(), COMPARED));
        return Normalizer.normalize(bounded, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    }

    /** Of the letters and digits; of all characters where there are none, as in the title "???". */
    private static long digest(String text) {
        String letters = NO_LETTERS.matcher(text).replaceAll("");
        return ContentFingerprint.of(letters.isEmpty() ? text : letters);
    }
}
