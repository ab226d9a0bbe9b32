package dev.segue.adapters.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.segue.adapters.web.fixture.EmittedSession.aSessionOf;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import dev.segue.adapters.web.fixture.Audience;
import dev.segue.adapters.web.fixture.EmittedRow;
import dev.segue.domain.alert.Incident;
import dev.segue.domain.session.Change;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is emitted while the page is open appears on it, and changes nothing else. */
class LiveUpdatesTest extends InBrowser {

    @Test
    void updates_are_seen_without_a_reload() {
        go("now");
        assertThat(tile("Listeners")).hasText("0");

        memory.take(aSessionOf("anna").from("09:00").play("a", 60).revision(1, Change.Status.EARLY, true));
        assertThat(tile("Listeners")).hasText("1", patiently());

        memory.take(aSessionOf("ben").from("09:00").play("a", 60).revision(1, Change.Status.EARLY, true));
        assertThat(tile("Listeners")).hasText("2", patiently());
        assertThat(page.locator(".moods circle title"))
                .hasText("2 listeners at valence 0.7 to 0.75, energy 0.8 to 0.85");
    }

    @Test
    void a_late_event_is_seen_to_join_two_sessions() {
        memory.take(aSessionOf("anna").from("07:00").play("a", 60).revision(1, Change.Status.FINAL, false));
        memory.take(aSessionOf("anna").from("07:40").play("b", 60).revision(1, Change.Status.FINAL, false));
        go("listener?id=anna");
        assertThat(page.locator("section.session")).hasCount(2);
        assertThat(page.locator(".join")).hasCount(0);

        Audience.join(memory);

        assertThat(page.locator(".session.corrected .join"))
                .hasText("A late event joined another session into this one.", patiently());
        assertThat(page.locator("section.session")).hasCount(1);
        assertThat(page.locator(".session.corrected .revision")).hasCount(4);
        assertThat(page.locator(".session.corrected .play")).hasCount(7);
        assertThat(page.locator(".session.corrected .play.skip")).hasCount(2);
        assertThat(page.locator(".session.corrected .lane:has(.run)")).hasCount(1);
    }

    @Test
    void the_signal_of_this_moment_follows_the_listener() {
        Audience.signal(memory, "anna", 1, 3);
        go("listener?id=anna");
        assertThat(page.locator(".signal")).containsText("3 songs from Evening Calm");

        Audience.signal(memory, "anna", 2, 4);
        assertThat(page.locator(".signal")).containsText("4 songs from Evening Calm", containing());
    }

    @Test
    void the_next_query_is_not_answered_with_the_data_of_the_last() {
        Audience.rows(memory);
        Audience.joined(memory);
        go("playlists?kind=PLAYLIST&subject=Deep%20Focus&country=SE");
        String heading = "Listened time (hours), Deep Focus, Sweden";
        assertThat(page.locator("#over-time")).hasText(heading);

        onlyTheStatusComesOf("kpi=SESSIONS", 11);
        page.locator("#kpi").selectOption("SESSIONS");
        assertThat(page.locator("#memory")).containsText("In memory: 11 of", containing());
        assertThat(page.locator("#kpi")).hasValue("SESSIONS");

        onlyTheStatusComesOf("subject=Discover", 12);
        page.locator("#subject").fill("Discover Weekly");
        page.keyboard().press("Enter");
        assertThat(page.locator("#memory")).containsText("In memory: 12 of", containing());
        assertThat(page.locator("#subject")).hasValue("Discover Weekly");

        onlyTheStatusComesOf("/api/v1/live/playlists?", 13);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Playlists"))
                .click();
        assertThat(page.locator("#memory")).containsText("In memory: 13 of", containing());
        assertThat(page).hasURL(served.url() + "#/playlists");

        page.unrouteAll();
        assertThat(page.locator("#over-time")).hasText("Listened time (hours), All listening, The world", patiently());

        go("listener?id=anna");
        assertThat(page.locator("h2").last()).hasText("Sessions of anna, the latest first");
        onlyTheStatusComesOf("id=ben", 14);
        page.locator("#listener").fill("ben");
        page.keyboard().press("Enter");
        assertThat(page.locator("#memory")).containsText("In memory: 14 of", containing());
        assertThat(page.locator("#listener")).hasValue("ben");
        assertThat(page.locator("h2").last()).hasText("Sessions of anna, the latest first");
    }

    @Test
    void suggestions_that_come_after_their_view_was_left_are_not_shown() {
        List<Route> suggestions = new ArrayList<>();
        page.route(address -> address.contains("/api/v1/listeners"), suggestions::add);
        go("listener?id=nobody");
        page.waitForCondition(() -> !suggestions.isEmpty());
        go("health");

        page.waitForResponse(
                response -> response.url().contains("/api/v1/listeners"),
                () -> suggestions.get(0).resume());
        page.waitForTimeout(100);

        assertThat(page.locator(".empty")).containsText("No job has reported yet.");
        assertThat(page.locator("h1")).hasText("Health");
    }

    @Test
    void an_update_moves_neither_the_focus_nor_what_was_unfolded() {
        Audience.incidents(memory);
        Audience.joined(memory);
        go("alerts");
        Locator second = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("See the KPI"))
                .nth(1);
        second.focus();
        memory.take(Audience.incident("d", Incident.Status.CLOSED, EmittedRow.playlist("Late Night"), 90, 80));
        assertThat(page.locator(".incident")).hasCount(4);
        assertThat(second).isFocused();

        go("listener?id=anna");
        page.locator(".session summary").first().click();
        Audience.signal(memory, "anna", 1, 3);
        assertThat(page.locator(".signal")).containsText("3 songs", containing());
        assertThat(page.locator("details[open]")).hasCount(1);
        assertThat(page.locator(".session summary").first()).isFocused();
    }

    /**
     * From now on, an address that contains {@code part} delivers one status, with that many sessions, and nothing
     * else.
     */
    private void onlyTheStatusComesOf(String part, int sessions) {
        isCut = true;
        String status = page.request()
                .get(served.url() + "api/v1/status")
                .text()
                .replaceFirst("\"sessions\":\\{\"count\":\\d+", "\"sessions\":{\"count\":" + sessions);
        page.route(
                address -> address.contains(part),
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/event-stream")
                        .setBody("event: status\ndata: " + status + "\n\n")));
    }
}
