package dev.segue.domain.kpi;

/**
 * The fixed buckets of every distribution, growing with the value: one for each value up to 31, then 16 for each doubling.
 * So what is shown instead of a value, the largest of its bucket, is too large by less than one part in 16 (6.25 %), and
 * never too small.
 */
public final class Buckets {

    /** Values up to this one have a bucket of their own. */
    public static final int EXACT_UP_TO = 31;

    private static final int KEPT_BITS = 5;

    private Buckets() {}

    /**
     * The largest value of the bucket that holds {@code value}.
     *
     * @param value what is negative counts as 0
     */
    public static int upTo(int value) {
        if (value <= EXACT_UP_TO) {
            return Math.max(0, value);
        }
        int dropped = Integer.SIZE - Integer.numberOfLeadingZeros(value) - KEPT_BITS;
        return value | ((1 << dropped) - 1);
    }
}
