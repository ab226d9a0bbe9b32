package dev.segue.app.option;

import dev.segue.app.config.Config;
import dev.segue.app.config.OptionGroup;
import dev.segue.app.config.Setting;
import dev.segue.domain.listening.ListeningRules;
import dev.segue.domain.session.SessionRules;
import java.time.Duration;

/** Rules of sessions. Shared by every job that builds sessions, so that all agree. */
public final class SessionRuleOptions {

    private static final SessionRules RULES = SessionRules.DEFAULT;
    private static final ListeningRules LISTENING = ListeningRules.DEFAULT;

    public static final Setting<Duration> CAP = Setting.duration("sessions.cap")
            .defaultsTo(
                    Duration.ofMillis(RULES.capMs()),
                    "The longest time, from start to start, that one session may span; for bots and stuck clients.");

    public static final Setting<Duration> ALLOWED_LATENESS = Setting.durationOrZero("sessions.allowed-lateness")
            .defaultsTo(
                    Duration.ofMillis(RULES.allowedLatenessMs()),
                    "How far behind the acceptance clock an event may have occurred and still change results. State is"
                            + " stored for as long, so 30 d works but needs memory.");

    public static final Setting<Duration> EARLY_FIRING_INTERVAL = Setting.duration("sessions.early-firing-interval")
            .defaultsTo(
                    Duration.ofMillis(RULES.earlyFiringIntervalMs()),
                    "The shortest time between two revisions of a session that has not closed.");

    public static final Setting<Duration> CORRECTIONS = Setting.duration("sessions.corrections")
            .defaultsTo(
                    Duration.ofMillis(RULES.correctionsMs()),
                    "How long changes to a closed session are collected into one revision.");

    public static final Setting<Duration> INTERRUPTION = Setting.duration("listening.interruption")
            .defaultsTo(
                    Duration.ofMillis(LISTENING.interruptionMs()),
                    "A silence of this length or longer is an interruption, whatever its cause.");

    public static final OptionGroup GROUP = OptionGroup.of(
            "Rules of sessions",
            "Further rules of sessions, and when revisions are emitted; `docs/semantics.md` explains each rule.",
            CAP,
            ALLOWED_LATENESS,
            EARLY_FIRING_INTERVAL,
            CORRECTIONS,
            INTERRUPTION);

    private SessionRuleOptions() {}

    /** Reads this group and that of {@link ListeningRuleOptions}. */
    public static SessionRules from(Config config) {
        return new SessionRules(
                config.get(ListeningRuleOptions.GAP).toMillis(),
                config.get(CAP).toMillis(),
                config.get(ListeningRuleOptions.MAX_PLAY).toMillis(),
                config.get(ALLOWED_LATENESS).toMillis(),
                config.get(EARLY_FIRING_INTERVAL).toMillis(),
                config.get(CORRECTIONS).toMillis(),
                ListeningRuleOptions.from(config, config.get(INTERRUPTION)));
    }

    /** Whether sessions come out as under the default rules; how often they are emitted may differ. */
    public static boolean areDefault(Config config) {
        SessionRules rules = from(config);
        return rules.equals(new SessionRules(
                RULES.gapMs(),
                RULES.capMs(),
                RULES.maxPlayMs(),
                RULES.allowedLatenessMs(),
                rules.earlyFiringIntervalMs(),
                rules.correctionsMs(),
                RULES.listening()));
    }
}
