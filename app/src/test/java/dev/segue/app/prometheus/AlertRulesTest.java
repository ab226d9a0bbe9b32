package dev.segue.app.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The alert rules by themselves: well formed, each fired once, each documented. */
class AlertRulesTest {

    @Test
    void promtool_finds_nothing_wrong_and_every_alert_fires_when_it_should() throws Exception {
        Prometheus.require("the alert rules with promtool");

        Prometheus.promtool(
                Deployed.PROMETHEUS,
                "check",
                "config",
                Deployed.SCRAPES.getFileName().toString());
        Prometheus.promtool(
                Deployed.PROMETHEUS,
                "check",
                "rules",
                Deployed.RULES.getFileName().toString());
        Prometheus.promtool(
                Deployed.PROMETHEUS,
                "test",
                "rules",
                Deployed.RULES_TEST.getFileName().toString());
    }

    @Test
    void the_test_of_the_rules_fires_every_alert() throws Exception {
        assertThat(Deployed.firedAlerts())
                .containsExactlyInAnyOrderElementsOf(Deployed.alerts().keySet());
    }

    @Test
    void every_alert_is_documented_where_it_says() throws Exception {
        assertThat(Deployed.documentedAlerts())
                .containsExactlyElementsOf(Deployed.alerts().keySet());
        Deployed.runbooks().forEach((alert, runbook) -> assertThat(runbook)
                .isEqualTo("docs/operations.md#" + alert.toLowerCase(Locale.ROOT)));
    }
}
