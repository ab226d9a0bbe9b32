package dev.segue.app.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.web.store.AlertSettings;
import dev.segue.adapters.web.store.Bounds;
import dev.segue.adapters.web.store.RulesOfListening;
import dev.segue.app.config.Config;
import dev.segue.domain.alert.baseline.AlertRules;
import dev.segue.domain.alert.impact.SeverityLevels;
import dev.segue.domain.kpi.Kpi;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How a configuration affects the page. */
class DashboardOptionsTest {

    private static final Place SWEDEN = new Place("SE", null);

    @Test
    void without_a_word_it_is_in_the_expected_range() {
        Config config = config(Map.of());

        assertThat(DashboardOptions.bounds(config)).isEqualTo(Bounds.USUAL);
        assertThat(DashboardOptions.unusual(config)).isEqualTo(AlertSettings.BY_DEFAULT);
        assertThat(DashboardOptions.rules(config)).isEqualTo(RulesOfListening.BY_DEFAULT);
    }

    @Test
    void what_is_unusual_is_read_as_the_alerts_job_reads_it() {
        AlertSettings unusual = DashboardOptions.unusual(config(Map.of(
                "alerts.weeks", "8",
                "alerts.min-weeks", "4",
                "alerts.ages", "1 h",
                "alerts.holidays", "SE 2026-12-24",
                "alerts.policies.listened-time.min-sample", "500",
                "alerts.policies.skips.kpi", "skip-rate")));

        assertThat(unusual.rules().weeks()).isEqualTo(8);
        assertThat(unusual.rules().leastWeeks()).isEqualTo(4);
        assertThat(unusual.rules().agesMs()).containsExactly(3_600_000L);
        assertThat(unusual.rules().newNormalMs()).isEqualTo(AlertRules.DEFAULT.newNormalMs());
        assertThat(unusual.knowsHolidaysIn(SWEDEN)).isTrue();
        assertThat(unusual.policy(Kpi.LISTENED_TIME, Subject.ALL, SWEDEN).leastSample())
                .isEqualTo(500);
        assertThat(unusual.nameOfPolicy(Kpi.SKIP_RATE, Subject.ALL, SWEDEN)).contains("skips");
        assertThat(unusual.nameOfPolicy(Kpi.SESSIONS, Subject.ALL, SWEDEN)).isEmpty();
    }

    @Test
    void how_severe_an_incident_is_can_be_set() {
        AlertSettings settings = DashboardOptions.unusual(
                config(Map.of("dashboard.major-from", "50", "dashboard.critical-from", "500")));

        assertThat(settings.levels()).isEqualTo(new SeverityLevels(50, 500));
    }

    @Test
    void listening_is_judged_as_the_jobs_judge_it() {
        RulesOfListening rules = DashboardOptions.rules(config(Map.of(
                "sessions.gap", "30 min",
                "listening.quick-skip", "10 s",
                "listening.early-skip", "45 s")));

        assertThat(rules.gapMs()).isEqualTo(30 * 60_000);
        assertThat(rules.judging().quickSkipMs()).isEqualTo(10_000);
        assertThat(rules.judging().earlySkipMs()).isEqualTo(45_000);
    }

    private static Config config(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(more);
        all.put("kafka.bootstrap-servers", "localhost:9092");
        all.put("registry.url", "http://localhost:8081");
        return Config.of(all, DashboardOptions.ALL);
    }
}
