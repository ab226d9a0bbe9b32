package dev.segue.simulator.audience;

/**
 * The number of records an audience has sent.
 *
 * @param originals events reported for the first time
 * @param repetitions events reported again
 * @param daysOld events from days ago, some of them reported twice
 * @param unusable records that cannot be decoded, and events that cannot be accepted
 */
public record Sent(long originals, long repetitions, long daysOld, long unusable) {

    public static final Sent NOTHING = new Sent(0, 0, 0, 0);

    /** All records together. */
    public long records() {
        return originals + repetitions + daysOld + unusable;
    }

    /** With one more record. */
    public Sent and(Upload.Kind kind) {
        return switch (kind) {
            case ORIGINAL -> new Sent(originals + 1, repetitions, daysOld, unusable);
            case REPETITION -> new Sent(originals, repetitions + 1, daysOld, unusable);
            case DAYS_OLD -> new Sent(originals, repetitions, daysOld + 1, unusable);
            case UNUSABLE -> new Sent(originals, repetitions, daysOld, unusable + 1);
        };
    }
}
