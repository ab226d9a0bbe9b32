package dev.segue.app.option;

import dev.segue.app.config.Agreement;
import dev.segue.app.config.Config;
import dev.segue.app.config.OptionGroup;
import dev.segue.app.config.Setting;
import dev.segue.domain.listening.ListeningRules;
import dev.segue.domain.session.SessionRules;
import java.time.Duration;

/** Rules of listening. Shared by every job that reads playback, so that all agree. */
public final class ListeningRuleOptions {

    private static final SessionRules RULES = SessionRules.DEFAULT;
    private static final ListeningRules LISTENING = ListeningRules.DEFAULT;

    public static final Setting<Duration> GAP = Setting.duration("sessions.gap")
            .defaultsTo(
                    Duration.ofMillis(RULES.gapMs()),
                    "The longest idle gap between two activities of one session; the limit itself still counts as one"
                            + " session.");

    public static final Setting<Duration> MAX_PLAY = Setting.duration("sessions.max-play")
            .defaultsTo(
                    Duration.ofMillis(RULES.maxPlayMs()),
                    "The longest time that one play can prove presence, or sound.");

    public static final Setting<Duration> QUICK_SKIP = Setting.durationOrZero("listening.quick-skip")
            .defaultsTo(Duration.ofMillis(LISTENING.quickSkipMs()), "A skip with less played time is quick.");

    public static final Setting<Duration> EARLY_SKIP = Setting.durationOrZero("listening.early-skip")
            .defaultsTo(
                    Duration.ofMillis(LISTENING.earlySkipMs()),
                    "A skip with less played time that is not quick is early; with this or more, it is late.");

    public static final Setting<Duration> COUNTED_PLAY = Setting.durationOrZero("listening.counted-play")
            .defaultsTo(
                    Duration.ofMillis(LISTENING.countedPlayMs()),
                    "A play with this much played time or more is counted.");

    public static final Setting<Duration> MOOD_HALF_LIFE = Setting.duration("listening.mood-half-life")
            .defaultsTo(
                    Duration.ofMillis(LISTENING.moodHalfLifeMs()),
                    "Half-life of the mood, in listened time: music played that long ago has half the weight.");

    public static final OptionGroup GROUP = OptionGroup.of(
                    "Rules of listening",
                    "What belongs to one session and how plays are classified; `docs/semantics.md` explains each rule."
                            + " With other values, the same events give other sessions and signals.",
                    GAP,
                    MAX_PLAY,
                    QUICK_SKIP,
                    EARLY_SKIP,
                    COUNTED_PLAY,
                    MOOD_HALF_LIFE)
            .agreeing(Agreement.between(QUICK_SKIP, EARLY_SKIP)
                    .must("listening.quick-skip must not be longer than listening.early-skip.")
                    .when(config -> config.get(QUICK_SKIP).compareTo(config.get(EARLY_SKIP)) <= 0));

    private ListeningRuleOptions() {}

    /**
     * Reads this group.
     *
     * @param interruption a silence of this length or longer is an interruption
     */
    public static ListeningRules from(Config config, Duration interruption) {
        return new ListeningRules(
                config.get(QUICK_SKIP).toMillis(),
                config.get(EARLY_SKIP).toMillis(),
                config.get(COUNTED_PLAY).toMillis(),
                interruption.toMillis(),
                config.get(MOOD_HALF_LIFE).toMillis());
    }
}
