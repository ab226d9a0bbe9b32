package dev.segue.domain.signal.ranking;

import java.util.List;

/** The policies by which songs are ranked. */
public final class RankingPolicies {

    /** Some three hours of music. */
    public static final int NOT_AGAIN_WITHIN = 50;

    /** What was heard in the last ten minutes is still in the ear. */
    public static final int VARIETY_OVER = 3;

    /** What is ranked by unless told otherwise. */
    public static final List<RankingPolicy> DEFAULT = of(NOT_AGAIN_WITHIN, VARIETY_OVER);

    private RankingPolicies() {}

    /**
     * The default policies.
     *
     * @param notAgainWithin plays, for {@link NotJustPlayed}
     * @param varietyOver plays, for {@link VarietyOfArtist}
     */
    public static List<RankingPolicy> of(int notAgainWithin, int varietyOver) {
        return List.of(
                new CloseToHeading(),
                new NotJustPlayed(notAgainWithin),
                new NotSkipped(),
                new VarietyOfArtist(varietyOver));
    }
}
