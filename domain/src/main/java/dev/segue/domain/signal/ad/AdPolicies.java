package dev.segue.domain.signal.ad;

import dev.segue.domain.signal.now.Now;
import dev.segue.domain.signal.now.Signal.AdJudgement;
import dev.segue.domain.signal.now.Signal.AdJudgement.Verdict;
import java.util.List;

/** Judges the next ad by policies: the first that objects holds it; where none does, it may play. */
public final class AdPolicies {

    /** One skip is part of listening; a second in a row is a search for something else. */
    public static final int HOLD_AFTER_SKIPS = 2;

    /** 10 minutes: some three songs between two ads. */
    public static final long PAUSE_MS = 600_000;

    /** The first song is what a listener came for. */
    public static final int FIRST_SONGS = 1;

    /** Some twenty minutes of music. */
    public static final int CALM_SONGS = 5;

    /** What is judged by unless told otherwise; the strongest signs of annoyance first. */
    public static final List<AdPolicy> DEFAULT = of(HOLD_AFTER_SKIPS, PAUSE_MS, FIRST_SONGS, CALM_SONGS);

    /** The name under which an ad may play. */
    public static final String NO_OBJECTION = "no-objection";

    /** 500: half of what sounded, and as long as half a half-life, must be known. */
    private static final int CONFIDENCE_OF_CALM = 500;

    private AdPolicies() {}

    /**
     * The default policies, in their order.
     *
     * @param skips for {@link WhileSkipping}
     * @param pauseMs for {@link JustAfterAnAd}
     * @param firstSongs for {@link BeforeTheFirstSong}
     * @param calmSongs for {@link CalmImmersion}
     */
    public static List<AdPolicy> of(int skips, long pauseMs, int firstSongs, int calmSongs) {
        return List.of(
                new WhileSkipping(skips),
                new JustAfterAnAd(pauseMs),
                new BeforeTheFirstSong(firstSongs),
                new CalmImmersion(calmSongs, CONFIDENCE_OF_CALM));
    }

    /** The judgement of {@code policies}, in their order. */
    public static AdJudgement judge(List<AdPolicy> policies, Now now) {
        for (AdPolicy policy : policies) {
            String objection = policy.objection(now);
            if (objection != null) {
                return new AdJudgement(Verdict.HOLD, policy.name(), objection);
            }
        }
        return new AdJudgement(Verdict.PLAY, NO_OBJECTION, "Nothing speaks against an ad now.");
    }
}
