package dev.segue.domain.playback;

/** Whether a report is usable. */
public sealed interface Verdict {

    /** The event, with corrected times. */
    record Usable(PlaybackEvent event) implements Verdict {}

    /**
     * Unusable; changes nothing and advances no clock.
     *
     * @param explanation one sentence for the person who looks into it
     */
    record Rejected(RejectionReason reason, String explanation) implements Verdict {}
}
