package dev.segue.domain.playback;

import dev.segue.domain.playback.Detail.AdEnded;
import dev.segue.domain.playback.Detail.PlaybackPaused;
import dev.segue.domain.playback.Detail.SearchPerformed;
import dev.segue.domain.playback.Detail.TrackEnded;

/**
 * Digests what a client reported into 64 bits, so that the same report is recognised however often and however it
 * arrives. Excludes what describes only the delivery ({@code sentAt}, {@code receivedAt} and the clock correction
 * derived from them), and what Segue adds (the catalogue's facts).
 *
 * <p>Each field is mixed in by the finaliser of SplitMix64 (Steele, Lea and Flood, 2014). Among the events of one
 * listener the chance of two equal digests is about n²/2⁶⁵: one in four billion at 100,000 events.
 */
public final class ContentFingerprint {

    private static final long ABSENT = 0x9E3779B97F4A7C15L;

    private long digest;

    private ContentFingerprint() {}

    /** The digest of what {@code event} reports, with its times before clock correction. */
    public static long of(PlaybackEvent event) {
        ContentFingerprint fingerprint = new ContentFingerprint();
        fingerprint.add(event);
        return fingerprint.digest;
    }

    /** The digest of a text. It does not contain the text, but whoever guesses the text can check the guess. */
    public static long of(String text) {
        ContentFingerprint fingerprint = new ContentFingerprint();
        fingerprint.add(text);
        return fingerprint.digest;
    }

    private void add(PlaybackEvent event) {
        Detail detail = event.detail();
        add(event.listener());
        add(event.eventId());
        add(event.device().id());
        add(event.device().type().name());
        add(event.occurredAt() - event.clockCorrection());
        add(event.country());
        add(event.timeZone());
        add(event.offline() ? 1 : 0);
        add(detail.getClass().getSimpleName());
        add(detail.playId());
        add(detail.trackId());
        add(detail.startReason());
        add(detail.context());
        if (detail instanceof TrackEnded ended) {
            add(ended.content().name());
            add(ended.startedAt() - event.clockCorrection());
            add(ended.playedMs());
            add(ended.endReason().name());
            add(ended.shuffle() == null ? ABSENT : ended.shuffle() ? 1 : 0);
        } else if (detail instanceof PlaybackPaused paused) {
            add(paused.cause().name());
        } else if (detail instanceof SearchPerformed search) {
            add(search.searchId());
        } else if (detail instanceof AdEnded ad) {
            add(ad.adId());
            add(ad.playedMs() == null ? ABSENT : ad.playedMs());
        }
    }

    private void add(PlayContext context) {
        if (context == null) {
            add(ABSENT);
            return;
        }
        add(context.type().name());
        add(context.id());
        add(context.edition());
    }

    private void add(String text) {
        if (text == null) {
            add(ABSENT);
            return;
        }
        long word = text.length();
        for (int i = 0; i < text.length(); i++) {
            word = word * 0x100000001B3L ^ text.charAt(i);
        }
        add(word);
    }

    private void add(long value) {
        long mixed = digest * 0x2545F4914F6CDD1DL + value + ABSENT;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        digest = mixed ^ (mixed >>> 31);
    }
}
