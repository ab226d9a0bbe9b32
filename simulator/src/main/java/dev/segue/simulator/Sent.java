package dev.segue.simulator;

import dev.segue.simulator.audience.Upload;

/**
 * What an audience has sent, record by record.
 *
 * @param news events reported for the first time
 * @param repetitions events reported again
 * @param daysOld events from days ago, some of them reported twice
 * @param unusable records of which nothing can be made
 */
public record Sent(long news, long repetitions, long daysOld, long unusable) {

    public static final Sent NOTHING = new Sent(0, 0, 0, 0);

    /** All records together. */
    public long records() {
        return news + repetitions + daysOld + unusable;
    }

    /** With one record more. */
    Sent and(Upload.Kind kind) {
        return switch (kind) {
            case NEWS -> new Sent(news + 1, repetitions, daysOld, unusable);
            case REPETITION -> new Sent(news, repetitions + 1, daysOld, unusable);
            case DAYS_OLD -> new Sent(news, repetitions, daysOld + 1, unusable);
            case UNUSABLE -> new Sent(news, repetitions, daysOld, unusable + 1);
        };
    }
}
