package dev.segue.domain.kpi.track;

/** How sure a share is that rests on few plays. */
final class Confidence {

    /** 95 % of a normal distribution are within so many standard deviations. */
    private static final double Z = 1.96;

    private Confidence() {}

    /**
     * What a share is at least, with 95 % confidence: the lower end of the score interval (E. B. Wilson, "Probable inference,
     * the law of succession, and statistical inference", Journal of the American Statistical Association 22, 1927). It is
     * the lower, the fewer plays it rests on, so a track that was heard twice does not come before one that was heard a
     * thousand times.
     *
     * @param part 0 to {@code whole}
     * @param whole at least 1
     * @return 0 to 1
     */
    static double atLeast(int part, int whole) {
        double share = (double) part / whole;
        double squared = Z * Z / whole;
        double middle = share + squared / 2;
        double spread = Z * Math.sqrt((share * (1 - share) + squared / 4) / whole);
        return Math.max(0, (middle - spread) / (1 + squared));
    }
}
