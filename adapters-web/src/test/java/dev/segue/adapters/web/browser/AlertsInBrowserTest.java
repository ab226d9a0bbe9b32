package dev.segue.adapters.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.segue.adapters.web.fixture.Audience;
import dev.segue.adapters.web.fixture.EmittedRow;
import dev.segue.adapters.web.fixture.Outage;
import dev.segue.domain.alert.Incident;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What the one who is woken sees of incidents. */
class AlertsInBrowserTest extends InBrowser {

    private static final String LINK = "alerts?incident=" + URLEncoder.encode(Outage.ID, StandardCharsets.UTF_8);

    @Test
    void how_severe_it_is_and_when_it_was_detected_is_said_at_once() {
        Outage.add(memory);
        go("alerts");

        Locator incident = page.locator(".incident");
        assertThat(incident.locator(".badge")).hasText(new String[] {"major", "open", "worse than expected"});
        assertThat(incident.locator(".facts"))
                .containsText("8,000 affected listener-hours, of about 3,000 listeners an hour");
        assertThat(incident.locator(".facts")).containsText("began Mon 2 Mar 07:00, Mon 2 Mar 06:00 local time");
        assertThat(incident.locator(".facts")).containsText("detected Mon 2 Mar 08:10, 1 h 10 min later");
        assertThat(incident.locator("time").first()).hasAttribute("title", "Mon, 2 Mar 2026 06:00:00 UTC");
        assertThat(incident.locator("time").first()).hasAttribute("datetime", "2026-03-02T06:00:00.000Z");
    }

    @Test
    void the_link_of_an_incident_opens_it_with_all_that_is_known() {
        Audience.add(memory);
        Outage.add(memory);
        go(LINK);

        assertThat(page.locator("li.opened")).hasCount(1);
        assertThat(page.locator("li.opened")).isInViewport();
        assertThat(page.locator(".opened canvas")).hasCount(1);
        Locator editions = part("By the age of editions");
        assertThat(editions.locator("tbody tr").first()).containsText("in their first 24 hours");
        assertThat(editions.locator("tbody tr").first()).containsText("−100%");
        assertThat(editions.locator("tbody tr").first()).containsText("100%");
        assertThat(part("By time zone").locator("tbody th").first()).hasText("Europe/London");
        assertThat(part("In other countries").locator("tbody th").first()).hasText("United Kingdom (this incident)");
        Locator devices = page.locator(".devices");
        assertThat(devices.locator("h4")).hasText("By type of device, Mon 2 Mar so far");
        assertThat(devices.locator("tbody tr")).hasText(new String[] {"Speaker75%–1,500 h–", "Phone25%–500 h–"});
        assertThat(devices).containsText("They are compared once the day is over.");
        assertThat(part("Its other KPIs").locator("tbody tr")).hasCount(7);
        assertThat(part("The jobs").locator("li").first()).containsText("alerts: not known");

        page.locator(".opened .chart").focus();
        page.keyboard().press("Home");
        assertThat(page.locator(".opened .reading")).containsText("Sun 1 Mar 18:00: 1,500 h, expected 1,500 h (");
        part("Its other KPIs").getByRole(AriaRole.LINK).first().click();
        shown("playlists");
        assertThat(page.locator("#over-time")).hasText("Listeners, Monday Mix, United Kingdom");
        assertThat(page.locator(".key.incident-time")).hasText("the incident");
    }

    @Test
    void it_opens_and_closes_where_it_is_and_the_address_says_so() {
        Outage.add(memory);
        go("alerts?status=OPEN");
        link("Details").click();
        assertThat(page.locator(".opened .parts")).hasCount(2);
        assertThat(page.url()).contains("status=OPEN").contains("incident=listened-time");

        link("Fewer details").click();
        assertThat(page.locator(".parts")).hasCount(0);
        assertThat(page.url()).endsWith("#/alerts?status=OPEN");
    }

    @Test
    void what_is_opened_stays_as_it_is_read_while_it_goes_on() {
        Outage.add(memory);
        go(LINK);
        page.evaluate("document.querySelectorAll('li.opened *').forEach(e => e.marked = true)");

        memory.take(Audience.incident("other", Incident.Status.OPEN, EmittedRow.playlist("Late Night"), 3, 1));
        assertThat(page.locator(".incident")).hasCount(2);
        page.waitForCondition(
                () -> page.locator("#open-incidents").textContent().contains("2 open"));

        assertThat(page.evaluate("[...document.querySelectorAll('li.opened *')].filter(e => !e.marked).length"))
                .isEqualTo(0);
    }

    @Test
    void an_incident_that_there_is_not_is_said() {
        Outage.add(memory);
        go("alerts?incident=gone");
        assertThat(page.locator(".marked.gone")).containsText("There is no incident with this id in memory: gone");
        assertThat(page.locator(".incident")).hasCount(1);

        link("Show the others").click();
        assertThat(page.locator(".marked")).hasCount(0);
    }

    @Test
    void of_an_incident_without_rows_it_is_said_what_is_not_known() {
        Audience.incidents(memory);
        go("alerts?incident=b");

        assertThat(page.locator("li.opened .facts")).containsText("severity not known");
        assertThat(page.locator("li.opened")).containsText("No KPI rows of these hours are in memory.");
    }

    @Test
    void incidents_are_filtered_and_the_address_keeps_it() {
        Audience.add(memory);
        Outage.add(memory);
        go("alerts");
        assertThat(page.locator(".incident")).hasCount(4);

        page.locator("#country").selectOption("AU");
        assertThat(page.locator(".incident")).hasCount(3);
        page.locator("#status").selectOption("OPEN");
        assertThat(page.locator(".incident")).hasCount(1);
        assertThat(page.locator(".found")).hasText("1 of 4 incidents. Show all");
        page.reload();
        assertThat(page.locator("#status")).hasValue("OPEN");
        assertThat(page.locator("#country")).hasValue("AU");
        assertThat(page.locator(".incident")).hasCount(1);

        link("Show all").click();
        assertThat(page.locator(".incident")).hasCount(4);
        page.locator("#text").fill("focus deep");
        page.keyboard().press("Enter");
        assertThat(page.locator(".incident h3")).containsText(new String[] {"Deep Focus"});
        page.locator("#text").fill("nothing like this");
        page.keyboard().press("Enter");
        assertThat(page.locator(".empty")).containsText("None of 4 incidents matches.");
        page.goBack();
        assertThat(page.locator("#text")).hasValue("focus deep");
    }

    @Test
    void how_many_are_open_is_in_the_menu_and_in_the_title_on_every_view() {
        go("health");
        assertThat(page.locator("#open-incidents")).isHidden();
        assertThat(page).hasTitle("Health · Segue");

        Outage.add(memory);
        assertThat(page.locator("#nav a[href='#/alerts']")).hasText("Alerts 1 open", patiently());
        assertThat(page).hasTitle("(1) Health · Segue");

        memory.take(Outage.incident(Incident.Status.CLOSED));
        assertThat(page.locator("#open-incidents")).isHidden();
        assertThat(page).hasTitle("Health · Segue");
    }

    @Test
    void insights_lead_to_the_kpi_and_to_the_incident() {
        Outage.add(memory);
        go("insights");

        Locator now = page.locator("section[aria-labelledby=now]");
        assertThat(now.locator("h3").first()).containsText("Listened time, Monday Mix, United Kingdom major worse");
        assertThat(now.locator(".facts").first()).containsText("−67%: 500 h instead of 1,500 h");
        assertThat(now.locator(".facts").first()).containsText("2,000 affected listeners of 3,000");
        assertThat(now.locator(".facts").first()).containsText("Mon 2 Mar 09:00 to 10:00, local time (UTC)");
        Locator yesterday = page.locator("section[aria-labelledby=yesterday]");
        assertThat(yesterday.locator("h3").first()).containsText("All listening, Ireland better");

        now.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("An incident is open"))
                .click();
        assertThat(page.locator("li.opened")).hasCount(1);
        page.goBack();
        now.locator("h3 a").first().click();
        shown("playlists");
        assertThat(page.locator("#over-time")).hasText("Listened time (hours), Monday Mix, United Kingdom");
        page.goBack();
        yesterday.locator("h3 a").first().click();
        assertThat(page.locator("#period")).hasValue("DAY");
    }

    @Test
    void where_all_is_as_expected_or_nothing_can_be_compared_insights_say_so() {
        go("insights");
        assertThat(page.locator(".empty")).containsText("Nothing can be compared yet.");

        Outage.add(memory);
        assertThat(page.locator(".ranked")).hasCount(2, new HasCountOptions().setTimeout(PATIENCE_MS));
    }

    private Locator part(String heading) {
        return page.locator(".part", new Page.LocatorOptions().setHasText(heading));
    }

    private Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
