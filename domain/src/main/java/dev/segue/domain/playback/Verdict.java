package dev.segue.domain.playback;

/** Whether a report can be used. */
public sealed interface Verdict {

    /** The event, its times set right. */
    record Usable(PlaybackEvent event) implements Verdict {}

    /**
     * Set aside; changes nothing and moves no clock.
     *
     * @param explanation one sentence for the person who looks at it
     */
    record Rejected(RejectionReason reason, String explanation) implements Verdict {}
}
