package dev.segue.app.dashboard;

import dev.segue.adapters.web.store.AlertSettings;
import dev.segue.adapters.web.store.Bounds;
import dev.segue.adapters.web.store.RulesOfListening;
import dev.segue.app.config.Agreement;
import dev.segue.app.config.Config;
import dev.segue.app.config.OptionGroup;
import dev.segue.app.config.OptionSet;
import dev.segue.app.config.Setting;
import dev.segue.app.job.alerts.AlertOptions;
import dev.segue.app.job.alerts.AlertsJob;
import dev.segue.app.option.KafkaOptions;
import dev.segue.app.option.ListeningRuleOptions;
import dev.segue.app.option.RegistryOptions;
import dev.segue.app.option.TopicOptions;
import dev.segue.domain.alert.impact.SeverityLevels;
import dev.segue.domain.listening.ListeningRules;
import java.time.Duration;

/** Where the page is served, who may see it, and how much it stores. */
public final class DashboardOptions {

    private static final int USUAL_PORT = 8090;
    private static final int MOST_SESSIONS = 100_000_000;
    private static final int MOST_AFFECTED = 1_000_000_000;

    static final Setting<String> BIND = Setting.text("dashboard.bind")
            .defaultsTo(
                    "127.0.0.1",
                    "The address to listen on. An address that other machines can reach needs `dashboard.token`;"
                            + " `0.0.0.0` is all addresses.");

    static final Setting<Integer> PORT = Setting.number("dashboard.port", 0, 65_535)
            .defaultsTo(USUAL_PORT, "The port to listen on; 0 for any free port.");

    static final Setting<String> TOKEN = Setting.text("dashboard.token")
            .secret()
            .optional("The secret that gives access to the page: `http://host:port/?token=...`, once per browser, or"
                    + " `Authorization: Bearer ...`. At least 16 characters. The page uses plain HTTP; put a proxy with"
                    + " TLS in front of it where others can listen on the network.");

    static final Setting<Boolean> FORWARDED = Setting.flag("dashboard.forwarded-headers")
            .defaultsTo(
                    false,
                    "Whether to believe the header `X-Forwarded-Proto`: behind a proxy with TLS, the cookie is then never"
                            + " sent without TLS. Only set it where every request comes through a proxy that sets or"
                            + " removes this header.");

    static final Setting<Integer> MOST_SESSIONS_KEPT = Setting.number("dashboard.max-sessions", 1, MOST_SESSIONS)
            .defaultsTo(
                    Bounds.USUAL.sessions(),
                    "How many sessions are stored in memory, with their plays and revisions; beyond that, or beyond 60"
                            + " % of the Java heap, the session updated longest ago is evicted.");

    static final Setting<Integer> MOST_ROWS_KEPT = Setting.number("dashboard.max-rows", 1, MOST_SESSIONS)
            .defaultsTo(
                    Bounds.USUAL.rows(),
                    "How many KPI rows are stored in memory; beyond that, or beyond 10 % of the Java heap, the oldest"
                            + " local day is evicted.");

    static final Setting<Integer> MOST_SIGNALS_KEPT = Setting.number("dashboard.max-signals", 1, MOST_SESSIONS)
            .defaultsTo(
                    Bounds.USUAL.signals(),
                    "For how many listeners the newest signal is stored in memory; beyond that, or beyond 8 % of the"
                            + " Java heap, the signal updated longest ago is evicted.");

    static final Setting<Boolean> NOTES = Setting.flag("dashboard.notes")
            .defaultsTo(
                    false,
                    "Whether whoever may see the page may also acknowledge incidents and write notes about them, to"
                            + " `topics.alert-notes`. The topic must exist; `segue topics --create` creates it.");

    static final Setting<Boolean> DEAD_LETTERS = Setting.flag("dashboard.dead-letters")
            .defaultsTo(
                    false,
                    "Whether the page reads `topics.dead-letters` and shows the latest rejected records of each reason, with"
                            + " what can be read of them. They may name listeners, also where listeners have pseudonyms, if they"
                            + " were rejected before that.");

    static final Setting<Integer> MAJOR_FROM = Setting.number("dashboard.major-from", 1, MOST_AFFECTED)
            .defaultsTo(
                    (int) SeverityLevels.DEFAULT.majorFrom(),
                    "From how many affected listener-hours on the page calls an incident major: listeners in its unusual"
                            + " hours, or those expected if they are more, times the effect.");

    static final Setting<Integer> CRITICAL_FROM = Setting.number("dashboard.critical-from", 1, MOST_AFFECTED)
            .defaultsTo(
                    (int) SeverityLevels.DEFAULT.criticalFrom(),
                    "From how many affected listener-hours on the page calls an incident critical.");

    public static final OptionGroup GROUP = OptionGroup.of(
                    "Dashboard",
                    "`segue dashboard`: where the page is served, who may see it, and how much it stores. It also"
                            + " accepts the other keys of the alerts job, which have no effect here, so that both can"
                            + " use the same file. Of the rules of listening, it uses `sessions.gap`,"
                            + " `listening.quick-skip` and `listening.early-skip`: set them to the same values as for"
                            + " the jobs.",
                    BIND,
                    PORT,
                    TOKEN,
                    FORWARDED,
                    MOST_SESSIONS_KEPT,
                    MOST_ROWS_KEPT,
                    MOST_SIGNALS_KEPT,
                    MAJOR_FROM,
                    CRITICAL_FROM,
                    NOTES,
                    DEAD_LETTERS)
            .agreeing(
                    Agreement.between(TOKEN)
                            .must("dashboard.token must have 16 characters or more, so that it cannot be guessed.")
                            .when(config -> config.find(TOKEN)
                                    .map(token -> token.length() >= 16)
                                    .orElse(true)),
                    Agreement.between(MAJOR_FROM, CRITICAL_FROM)
                            .must("dashboard.critical-from must not be below dashboard.major-from.")
                            .when(config -> config.get(CRITICAL_FROM) >= config.get(MAJOR_FROM)));

    /** The keys that affect the page. */
    public static final OptionSet HEEDED = OptionSet.of(
            KafkaOptions.GROUP,
            RegistryOptions.GROUP,
            TopicOptions.GROUP,
            ListeningRuleOptions.GROUP,
            AlertOptions.GROUP,
            GROUP);

    /**
     * All keys that the page accepts: those of the alerts job, so that both can use one file and agree on what is
     * unusual; and the rules of listening, so that the page classifies plays as the jobs do.
     */
    public static final OptionSet ALL =
            AlertsJob.REGISTRATION.options().readBy("segue dashboard", ListeningRuleOptions.GROUP, GROUP);

    private DashboardOptions() {}

    static AlertSettings unusual(Config config) {
        return new AlertSettings(
                AlertOptions.watch(config),
                AlertOptions.rules(config),
                new SeverityLevels(config.get(MAJOR_FROM), config.get(CRITICAL_FROM)));
    }

    static Extras extras(Config config) {
        return new Extras(config.get(NOTES), config.get(DEAD_LETTERS));
    }

    static RulesOfListening rules(Config config) {
        Duration interruption = Duration.ofMillis(ListeningRules.DEFAULT.interruptionMs());
        return new RulesOfListening(
                config.get(ListeningRuleOptions.GAP).toMillis(), ListeningRuleOptions.from(config, interruption));
    }

    static Bounds bounds(Config config) {
        return new Bounds(
                config.get(MOST_SESSIONS_KEPT),
                config.get(MOST_ROWS_KEPT),
                Bounds.USUAL.incidents(),
                config.get(MOST_SIGNALS_KEPT));
    }
}
