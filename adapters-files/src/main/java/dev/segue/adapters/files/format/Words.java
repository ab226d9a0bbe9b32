package dev.segue.adapters.files.format;

import dev.segue.domain.playback.Device;
import dev.segue.domain.playback.EndReason;
import dev.segue.domain.playback.PauseCause;
import dev.segue.domain.playback.PlayContext;
import java.util.Locale;

/** Maps the words that clients use to enum values. An unknown word is not an error; it maps to "unknown". */
final class Words {

    private Words() {}

    /** Why a play ended, in the streaming history's words only; {@code word} may be null. */
    static EndReason endReasonInHistory(String word) {
        return switch (bare(word)) {
            case "trackdone" -> EndReason.COMPLETED;
            case "fwdbtn" -> EndReason.FORWARD;
            case "backbtn" -> EndReason.BACK;
            case "endplay" -> EndReason.PICKED_OTHER;
            case "logout" -> EndReason.LOGOUT;
            case "trackerror" -> EndReason.ERROR;
            case "unexpectedexit", "unexpectedexitwhilepaused" -> EndReason.APP_CLOSED;
            default -> EndReason.UNKNOWN;
        };
    }

    /** Why a play ended, in Segue's words, the history's, or similar ones; {@code word} may be null. */
    static EndReason endReason(String word) {
        return switch (bare(word)) {
            case "completed", "complete", "finished", "done" -> EndReason.COMPLETED;
            case "forward", "next", "skip", "skipped", "forwardbutton" -> EndReason.FORWARD;
            case "back", "previous", "backbutton" -> EndReason.BACK;
            case "pickedother", "picked" -> EndReason.PICKED_OTHER;
            case "error" -> EndReason.ERROR;
            case "appclosed", "closed" -> EndReason.APP_CLOSED;
            default -> endReasonInHistory(word);
        };
    }

    /** What caused a pause; {@code word} may be null. */
    static PauseCause pauseCause(String word) {
        return switch (bare(word)) {
            case "listener", "user" -> PauseCause.LISTENER;
            case "stall", "stalled", "buffering" -> PauseCause.STALL;
            case "system", "call", "alarm" -> PauseCause.SYSTEM;
            default -> PauseCause.UNKNOWN;
        };
    }

    /** The type of a device; {@code word} may be null. */
    static Device.Type deviceType(String word) {
        return switch (bare(word)) {
            case "phone", "smartphone", "mobile" -> Device.Type.PHONE;
            case "tablet" -> Device.Type.TABLET;
            case "computer", "desktop", "laptop" -> Device.Type.COMPUTER;
            case "speaker", "smartspeaker" -> Device.Type.SPEAKER;
            case "tv" -> Device.Type.TV;
            case "car", "automobile" -> Device.Type.CAR;
            case "watch" -> Device.Type.WATCH;
            case "console", "gameconsole" -> Device.Type.CONSOLE;
            case "web", "browser", "webplayer" -> Device.Type.WEB;
            default -> Device.Type.UNKNOWN;
        };
    }

    /**
     * What a track was played from; null when unknown.
     *
     * @param word the type, or null: then the id determines it, if it is a Spotify URI
     * @param id or null
     * @param edition or null
     */
    static PlayContext context(String word, String id, String edition) {
        if (word == null && id == null) {
            return null;
        }
        return new PlayContext(word == null ? typeIn(id) : contextType(word), id == null ? "" : id, edition);
    }

    private static PlayContext.Type contextType(String word) {
        return switch (bare(word)) {
            case "playlist" -> PlayContext.Type.PLAYLIST;
            case "album" -> PlayContext.Type.ALBUM;
            case "artist" -> PlayContext.Type.ARTIST;
            case "radio", "station" -> PlayContext.Type.RADIO;
            case "collection" -> PlayContext.Type.COLLECTION;
            case "search" -> PlayContext.Type.SEARCH;
            default -> PlayContext.Type.UNKNOWN;
        };
    }

    /** From {@code spotify:playlist:...}, or the old {@code spotify:user:...:playlist:...}. */
    private static PlayContext.Type typeIn(String uri) {
        String[] parts = uri.split(":", -1);
        if (parts.length < 2 || !parts[0].equals("spotify")) {
            return PlayContext.Type.UNKNOWN;
        }
        boolean ofUser = parts[1].equals("user") && parts.length > 3;
        return contextType(ofUser ? parts[3] : parts[1]);
    }

    /** Lower case, without the separators that writers put between words. */
    private static String bare(String word) {
        return word == null ? "" : word.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
