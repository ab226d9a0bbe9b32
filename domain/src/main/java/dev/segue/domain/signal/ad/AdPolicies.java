package dev.segue.domain.signal.ad;

import dev.segue.domain.signal.now.Now;
import dev.segue.domain.signal.now.Signal.AdJudgement;
import dev.segue.domain.signal.now.Signal.AdJudgement.Verdict;
import java.util.List;

/** Judges by policies whether the next ad may play: the first that objects holds it; if none does, it may play. */
public final class AdPolicies {

    /** One skip is part of listening; two in a row are a search for something else. */
    public static final int HOLD_AFTER_SKIPS = 2;

    /** 10 minutes: some three songs between two ads. */
    public static final long PAUSE_MS = 600_000;

    /** The first song is what the listener came for. */
    public static final int FIRST_SONGS = 1;

    /** Some twenty minutes of music. */
    public static final int CALM_SONGS = 5;

    /** The default policies; the strongest signs of annoyance come first. */
    public static final List<AdPolicy> DEFAULT = of(HOLD_AFTER_SKIPS, PAUSE_MS, FIRST_SONGS, CALM_SONGS);

    /** The policy name of a judgement to which no policy objected. */
    public static final String NO_OBJECTION = "no-objection";

    /** 500: at least half of what sounded, and at least half a half-life, must have a known mood. */
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
        return new AdJudgement(Verdict.PLAY, NO_OBJECTION, "No policy objects to an ad now.");
    }
}
