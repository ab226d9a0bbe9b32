package dev.segue.adapters.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.segue.adapters.web.fixture.EmittedRow;
import dev.segue.adapters.web.server.CannotServe;
import dev.segue.adapters.web.store.AlertSettings;
import dev.segue.adapters.web.store.Bounds;
import dev.segue.adapters.web.store.Memory;
import dev.segue.adapters.web.store.RulesOfListening;
import dev.segue.domain.kpi.KpiRow;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import dev.segue.domain.listening.ListeningRules;
import org.junit.jupiter.api.Test;

/** The limits of quick, early and late skips are shown as configured. */
class SkipLimitsTest extends InBrowser {

    private static final KpiRow ROW =
            EmittedRow.anHour(Subject.ALL, Place.WORLD, "2026-03-02T09:00").row();

    @Test
    void the_limits_are_the_usual_ones_where_nothing_else_is_configured() {
        memory.take(ROW);

        go("playlists?where=world");

        assertThat(classes())
                .hasText(new String[] {"quick, under 5 s", "early, 5 s to 30 s", "late, from 30 s", "not skipped"});
    }

    @Test
    void the_limits_are_the_configured_ones() throws CannotServe {
        ListeningRules rules = new ListeningRules(10_000, 60_000, 30_000, 60_000, 600_000);
        Memory configured =
                new Memory(Bounds.USUAL, AlertSettings.BY_DEFAULT, new RulesOfListening(15 * 60_000, rules));
        configured.take(ROW);
        served.close();
        served = serve(configured, 0);

        go("playlists?where=world");

        assertThat(classes())
                .hasText(new String[] {"quick, under 10 s", "early, 10 s to 1 min", "late, from 1 min", "not skipped"});
    }

    private Locator classes() {
        return page.locator("section", new Page.LocatorOptions().setHas(page.locator("#skips")))
                .locator("tbody th");
    }
}
