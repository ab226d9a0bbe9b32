package dev.segue.domain.signal.ranking;

import java.util.List;

/** The policies that rank songs. */
public final class RankingPolicies {

    /** Some three hours of music. */
    public static final int NOT_AGAIN_WITHIN = 50;

    /** The last ten minutes of music. */
    public static final int VARIETY_OVER = 3;

    /** The default policies. */
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
