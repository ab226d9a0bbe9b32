package dev.segue.domain.playback;

/** A record of the topic of playback: what a client reported, or a request to forget a listener. */
public sealed interface PlaybackRecord permits PlaybackEvent, ForgetRequest {

    /** Whom it is about; never empty. */
    String listener();
}
