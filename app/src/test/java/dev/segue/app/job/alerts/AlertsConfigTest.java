package dev.segue.app.job.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.segue.app.config.Config;
import dev.segue.app.config.InvalidConfig;
import dev.segue.app.config.Problem;
import dev.segue.app.option.KafkaOptions;
import dev.segue.domain.alert.Incident.Direction;
import dev.segue.domain.alert.Policy;
import dev.segue.domain.alert.Watch;
import dev.segue.domain.alert.WatchedSubjects;
import dev.segue.domain.alert.baseline.AlertRules;
import dev.segue.domain.alert.baseline.Holidays;
import dev.segue.domain.kpi.Kpi;
import dev.segue.domain.kpi.Subject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AlertsConfigTest {

    @Test
    void without_a_word_there_are_the_usual_policies_and_rules() {
        AlertsConfig config = emitted(Map.of());

        assertThat(config.watch()).isEqualTo(new Watch(Policy.DEFAULTS));
        assertThat(config.rules()).isEqualTo(AlertRules.DEFAULT);
        assertThat(config.mostSeries()).isEqualTo(5_000);
    }

    @Test
    void rules_can_be_configured() {
        AlertsConfig config = emitted(Map.of(
                "alerts.ages", "5 min, 2 h",
                "alerts.weeks", "8",
                "alerts.min-weeks", "4",
                "alerts.new-normal", "7 d",
                "alerts.max-incomparable", "12",
                "alerts.holidays", "AU 2026-12-25,AU 2026-12-26,NZ 2026-02-06"));

        assertThat(config.rules())
                .isEqualTo(new AlertRules(
                        List.of(300_000L, 7_200_000L),
                        8,
                        4,
                        7 * 24 * 3_600_000L,
                        12,
                        new Holidays(Map.of(
                                "AU", Set.of(LocalDate.parse("2026-12-25"), LocalDate.parse("2026-12-26")),
                                "NZ", Set.of(LocalDate.parse("2026-02-06"))))));
    }

    @Test
    void policies_are_changed_added_and_switched_off_by_name() {
        AlertsConfig config = emitted(Map.of(
                "alerts.policies.listened-time.enabled", "false",
                "alerts.policies.songs-per-run.min-effect", "0.5",
                "alerts.policies.weekly.kpi", "skip-rate",
                "alerts.policies.weekly.subjects", "playlist:discover-weekly,radios",
                "alerts.policies.weekly.countries", "AU,NZ",
                "alerts.policies.weekly.directions", "higher",
                "alerts.policies.weekly.opens-past", "4",
                "alerts.policies.weekly.closes-below", "3",
                "alerts.policies.weekly.min-sample", "500",
                "alerts.policies.weekly.consecutive", "3"));

        Policy songs = Policy.DEFAULTS.get(1);
        assertThat(config.watch().policies())
                .containsExactly(
                        new Policy(
                                "songs-per-run",
                                Kpi.SONGS_PER_RUN,
                                songs.subjects(),
                                songs.countries(),
                                songs.directions(),
                                songs.opensPast(),
                                songs.closesBelow(),
                                songs.leastSample(),
                                0.5,
                                songs.consecutive()),
                        new Policy(
                                "weekly",
                                Kpi.SKIP_RATE,
                                new WatchedSubjects(Set.of(Subject.Kind.RADIO), Set.of("PLAYLIST:discover-weekly")),
                                Set.of("AU", "NZ"),
                                Set.of(Direction.HIGHER),
                                4,
                                3,
                                500,
                                Policy.USUAL_LEAST_EFFECT,
                                3));
    }

    @Test
    void everything_that_is_wrong_is_reported_with_its_key_and_what_to_do() {
        InvalidConfig wrong = catchThrowableOfType(
                InvalidConfig.class,
                () -> emitted(Map.of(
                        "alerts.ages", "1 h, 10 min",
                        "alerts.holidays", "Christmas",
                        "alerts.policies.mine.subjects", "playlists",
                        "alerts.policies.listened-time.countries", "Australia",
                        "alerts.policies.listened-time.opens-past", "2",
                        "alerts.policies.listened-time.closes-below", "3",
                        "alerts.policies.songs-per-run.threshold", "3")));

        assertThat(wrong.problems())
                .extracting(Problem::sentence)
                .containsExactlyInAnyOrder(
                        "alerts.ages must be in ascending order, without duplicates.",
                        "alerts.holidays: found 'Christmas', expected countries with days separated by commas, such as"
                                + " AU 2026-12-25, AU 2026-12-26.",
                        "alerts.policies.mine.kpi is missing; expected listeners or sessions or listened-time or"
                                + " songs-per-run or skip-rate or abandoned-runs or time-per-listener or returning-listeners.",
                        "alerts.policies.listened-time.countries: found 'Australia', expected countries of two capital"
                                + " letters, such as AU, NZ.",
                        "alerts.policies.listened-time.closes-below must not exceed opens-past, which is 3.5 if"
                                + " omitted.",
                        "alerts.policies.songs-per-run.threshold is not a key of a policy.");
    }

    @Test
    void numbers_of_a_policy_are_numbers_alone() {
        InvalidConfig wrong = catchThrowableOfType(
                InvalidConfig.class,
                () -> emitted(Map.of(
                        "alerts.policies.listened-time.opens-past", "9d",
                        "alerts.policies.listened-time.closes-below", "0x1p1",
                        "alerts.policies.listened-time.min-effect", "NaN",
                        "alerts.policies.listened-time.enabled", "yes",
                        "alerts.ages", "10, 60")));

        assertThat(wrong.problems())
                .extracting(Problem::sentence)
                .containsExactlyInAnyOrder(
                        "alerts.policies.listened-time.opens-past: found '9d', expected a score above 0.",
                        "alerts.policies.listened-time.closes-below: found '0x1p1', expected a score above 0.",
                        "alerts.policies.listened-time.min-effect: found 'NaN', expected a share from 0 to less than"
                                + " 1.",
                        "alerts.policies.listened-time.enabled: found 'yes', expected true or false.",
                        "alerts.ages: found '10, 60', expected durations with their units, separated by commas, such as"
                                + " 10 min, 1 h.");
    }

    @Test
    void keys_of_policies_are_recognised_like_others() {
        InvalidConfig wrong = catchThrowableOfType(
                InvalidConfig.class,
                () -> emitted(Map.of(
                        "alerts.policies.weekly.kpi", "skips",
                        "alerts.policies.songs-per-run.min-samples", "3",
                        "alerts.policies.my.own.kpi", "skip-rate",
                        "alerts.policies.weekly", "skip-rate",
                        "alerts.policy.weekly.kpi", "skip-rate")));

        String form =
                " is not a key of segue run alerts. Did you mean alerts.policies.NAME.KEY, with a name of letters,"
                        + " digits, '_' and '-'?";
        assertThat(wrong.problems())
                .extracting(Problem::sentence)
                .containsExactlyInAnyOrder(
                        "alerts.policies.weekly.kpi: found 'skips', expected listeners or sessions or listened-time or"
                                + " songs-per-run or skip-rate or abandoned-runs or time-per-listener or returning-listeners.",
                        "alerts.policies.songs-per-run.min-samples is not a key of a policy. Did you mean min-sample?",
                        "alerts.policies.my.own.kpi" + form,
                        "alerts.policies.weekly" + form,
                        "alerts.policy.weekly.kpi is not a key of segue run alerts. Did you mean alerts.policies.weekly.kpi?");
    }

    @Test
    void blanks_and_case_do_not_matter() {
        AlertsConfig config = emitted(Map.of(
                "alerts.policies.listened-time.enabled", "False",
                "alerts.policies.songs-per-run.opens-past", " 2 ",
                "alerts.policies.songs-per-run.directions", "higher, LOWER"));

        assertThat(config.watch().policies()).singleElement().satisfies(policy -> {
            assertThat(policy.opensPast()).isEqualTo(2);
            assertThat(policy.closesBelow()).isEqualTo(2);
            assertThat(policy.directions()).containsExactlyInAnyOrder(Direction.values());
        });
    }

    private static AlertsConfig emitted(Map<String, String> words) {
        Map<String, String> all = new HashMap<>(words);
        all.put("kafka.bootstrap-servers", "broker:9092");
        all.put("registry.url", "http://registry:8081");
        Config config = Config.of(all, AlertsJob.REGISTRATION.options());
        return AlertsConfig.from(config, KafkaOptions.from(config, "alerts"));
    }
}
