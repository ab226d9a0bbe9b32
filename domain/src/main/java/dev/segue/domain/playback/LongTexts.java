package dev.segue.domain.playback;

import dev.segue.domain.playback.Detail.AdEnded;
import dev.segue.domain.playback.Detail.SearchPerformed;

/** Finds texts that are too long to be genuine, so that neither state nor records grow without bound. */
final class LongTexts {

    private LongTexts() {}

    /**
     * Describes the first text of {@code event} that is longer than {@code longest} characters; null if there is none.
     */
    static String firstIn(PlaybackEvent event, int longest) {
        Detail detail = event.detail();
        if (tooLong(event.listener(), longest)) {
            return "listener's id";
        }
        if (tooLong(event.eventId(), longest)) {
            return "event's id";
        }
        if (tooLong(event.device().id(), longest)) {
            return "device's id";
        }
        if (tooLong(event.country(), longest)) {
            return "country";
        }
        if (tooLong(event.timeZone(), longest)) {
            return "time zone";
        }
        if (tooLong(detail.playId(), longest)) {
            return "play's id";
        }
        if (tooLong(detail.trackId(), longest)) {
            return "track's id";
        }
        if (tooLong(detail.startReason(), longest)) {
            return "start reason";
        }
        PlayContext context = detail.context();
        if (context != null && tooLong(context.id(), longest)) {
            return "context's id";
        }
        if (context != null && tooLong(context.edition(), longest)) {
            return "context's edition";
        }
        if (detail instanceof SearchPerformed search && tooLong(search.searchId(), longest)) {
            return "search's id";
        }
        return detail instanceof AdEnded ad && tooLong(ad.adId(), longest) ? "ad's id" : null;
    }

    private static boolean tooLong(String text, int longest) {
        return text != null && text.length() > longest;
    }
}
