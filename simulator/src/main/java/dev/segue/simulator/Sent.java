package dev.segue.simulator;

import dev.segue.simulator.audience.Upload;

/**
 * The number of records an audience has sent.
 *
 * @param news events reported for the first time
 * @param repetitions events reported again
 * @param daysOld events from days ago, some of them reported twice
 * @param unusable records that cannot be decoded, and events that cannot be accepted
 */
public record Sent(long news, long repetitions, long daysOld, long unusable) {

    public static final Sent NOTHING = new Sent(0, 0, 0, 0);

    /** All records together. */
    public long records() {
        return news + repetitions + daysOld + unusable;
    }

    /** With one more record. */
    Sent and(Upload.Kind kind) {
        return switch (kind) {
            case NEWS -> new Sent(news + 1, repetitions, daysOld, unusable);
            case REPETITION -> new Sent(news, repetitions + 1, daysOld, unusable);
            case DAYS_OLD -> new Sent(news, repetitions, daysOld + 1, unusable);
            case UNUSABLE -> new Sent(news, repetitions, daysOld, unusable + 1);
        };
    }
}
