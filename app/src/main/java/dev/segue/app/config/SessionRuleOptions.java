package dev.segue.app.config;

import dev.segue.domain.listening.ListeningRules;
import dev.segue.domain.session.SessionRules;
import java.time.Duration;

/** The rules of sessions and of listening. Shared by every job that builds sessions, so that all mean the same. */
public final class SessionRuleOptions {

    private static final SessionRules RULES = SessionRules.DEFAULT;
    private static final ListeningRules LISTENING = ListeningRules.DEFAULT;

    public static final Setting<Duration> GAP = Setting.duration("sessions.gap")
            .defaultsTo(
                    Duration.ofMillis(RULES.gapMs()),
                    "The longest idle gap between two activities of one session; exactly as long still belongs together.");

    public static final Setting<Duration> CAP = Setting.duration("sessions.cap")
            .defaultsTo(
                    Duration.ofMillis(RULES.capMs()),
                    "The longest stretch, from start to start, that one session may hold; for bots and stuck clients.");

    public static final Setting<Duration> MAX_PLAY = Setting.duration("sessions.max-play")
            .defaultsTo(
                    Duration.ofMillis(RULES.maxPlayMs()), "The longest that one play can prove presence, or sound.");

    public static final Setting<Duration> HORIZON = Setting.durationOrZero("sessions.horizon")
            .defaultsTo(
                    Duration.ofMillis(RULES.horizonMs()),
                    "How far behind the acceptance clock an event may have occurred and still change results. State is"
                            + " kept for as long, so 30 d work and cost memory.");

    public static final Setting<Duration> EARLY_RESULTS = Setting.duration("sessions.early-results")
            .defaultsTo(
                    Duration.ofMillis(RULES.earlyResultsMs()),
                    "At least this long between two revisions of a session that has not closed.");

    public static final Setting<Duration> CORRECTIONS = Setting.duration("sessions.corrections")
            .defaultsTo(
                    Duration.ofMillis(RULES.correctionsMs()),
                    "How long changes to a closed session are gathered into one revision.");

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

    public static final Setting<Duration> INTERRUPTION = Setting.duration("listening.interruption")
            .defaultsTo(
                    Duration.ofMillis(LISTENING.interruptionMs()),
                    "A silent stretch this long or longer is an interruption, whatever began it.");

    public static final Setting<Duration> MOOD_HALF_LIFE = Setting.duration("listening.mood-half-life")
            .defaultsTo(
                    Duration.ofMillis(LISTENING.moodHalfLifeMs()),
                    "Listened time after which what was heard weighs half in the mood.");

    public static final OptionGroup GROUP = OptionGroup.of(
                    "Rules of sessions and listening",
                    "What a session is and how plays are judged; `docs/semantics.md` explains each rule. With other"
                            + " numbers, the same events give other sessions.",
                    GAP,
                    CAP,
                    MAX_PLAY,
                    HORIZON,
                    EARLY_RESULTS,
                    CORRECTIONS,
                    QUICK_SKIP,
                    EARLY_SKIP,
                    COUNTED_PLAY,
                    INTERRUPTION,
                    MOOD_HALF_LIFE)
            .agreeing(Agreement.between(QUICK_SKIP, EARLY_SKIP)
                    .must("listening.quick-skip must not be longer than listening.early-skip.")
                    .when(config -> config.get(QUICK_SKIP).compareTo(config.get(EARLY_SKIP)) <= 0));

    private SessionRuleOptions() {}

    /** Reads this group. */
    public static SessionRules from(Config config) {
        return new SessionRules(
                config.get(GAP).toMillis(),
                config.get(CAP).toMillis(),
                config.get(MAX_PLAY).toMillis(),
                config.get(HORIZON).toMillis(),
                config.get(EARLY_RESULTS).toMillis(),
                config.get(CORRECTIONS).toMillis(),
                new ListeningRules(
                        config.get(QUICK_SKIP).toMillis(),
                        config.get(EARLY_SKIP).toMillis(),
                        config.get(COUNTED_PLAY).toMillis(),
                        config.get(INTERRUPTION).toMillis(),
                        config.get(MOOD_HALF_LIFE).toMillis()));
    }
}
