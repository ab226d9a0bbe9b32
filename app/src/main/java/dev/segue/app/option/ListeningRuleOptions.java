package dev.segue.app.option;

import dev.segue.app.config.Agreement;
import dev.segue.app.config.Config;
import dev.segue.app.config.OptionGroup;
import dev.segue.app.config.Setting;
import dev.segue.domain.listening.ListeningRules;
import dev.segue.domain.session.SessionRules;
import java.time.Duration;

/** How listening is judged. Shared by every job that reads playback, so that all mean the same. */
public final class ListeningRuleOptions {

    private static final SessionRules RULES = SessionRules.DEFAULT;
    private static final ListeningRules LISTENING = ListeningRules.DEFAULT;

    public static final Setting<Duration> GAP = Setting.duration("sessions.gap")
            .defaultsTo(
                    Duration.ofMillis(RULES.gapMs()),
                    "The longest idle gap between two activities of one session; exactly as long still belongs together.");

    public static final Setting<Duration> MAX_PLAY = Setting.duration("sessions.max-play")
            .defaultsTo(
                    Duration.ofMillis(RULES.maxPlayMs()), "The longest that one play can prove presence, or sound.");

    public static final Setting<Duration> QUICK_SKIP = Setting.durationOrZero("listening.quick-skip")
            .defaultsTo(Duration.ofMillis(LISTENING.quickSkipMs()), "A skip that sounded for less is quick.");

    public static final Setting<Duration> EARLY_SKIP = Setting.durationOrZero("listening.early-skip")
            .defaultsTo(
                    Duration.ofMillis(LISTENING.earlySkipMs()),
                    "A skip that sounded for less, but is not quick, is early; from here on it is late.");

    public static final Setting<Duration> COUNTED_PLAY = Setting.durationOrZero("listening.counted-play")
            .defaultsTo(
                    Duration.ofMillis(LISTENING.countedPlayMs()),
                    "A play that sounded this long or longer is counted.");

    public static final Setting<Duration> MOOD_HALF_LIFE = Setting.duration("listening.mood-half-life")
            .defaultsTo(
                    Duration.ofMillis(LISTENING.moodHalfLifeMs()),
                    "Listened time after which what was heard weighs half in the mood.");

    public static final OptionGroup GROUP = OptionGroup.of(
                    "Rules of listening",
                    "What belongs together and how plays are judged; `docs/semantics.md` explains each rule. With other"
                            + " numbers, the same events give other sessions and signals.",
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
     * @param interruption a silent stretch this long or longer is an interruption
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
