package dev.segue.adapters.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import dev.segue.adapters.web.fixture.Audience;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Links that lead nowhere say so, and offer other views. */
class LinksTest extends InBrowser {

    private static final String LONG = "x".repeat(20_000);

    @Test
    void a_view_that_there_is_not_is_said() {
        open("nonsense");

        assertThat(page.locator("h1")).hasText("No such view");
        assertThat(page.locator("#main")).containsText("This page has no view nonsense. These are its views:");
        assertThat(page.locator("#main a"))
                .hasText(new String[] {"Now", "Playlists", "Insights", "Alerts", "Listener", "Health"});
        assertThat(page.locator("#nav [aria-current]")).hasCount(0);
        assertThat(page.locator("#connection")).hasText("Live", patiently());

        page.locator("#main")
                .getByRole(AriaRole.LINK, new com.microsoft.playwright.Locator.GetByRoleOptions().setName("Health"))
                .click();
        shown("health");
        page.goBack();
        assertThat(page.locator("h1")).hasText("No such view");
    }

    @Test
    void a_listener_who_is_named_as_if_they_were_a_view_is_found() {
        Audience.joined(memory);
        open("listener/anna");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("The listener anna"))
                .click();

        assertThat(page.locator("section.session")).hasCount(1);
    }

    @Test
    void a_link_that_is_too_long_is_said_and_is_no_loss_of_the_connection() {
        for (String link : List.of("listener?id=" + LONG, "playlists?subject=" + LONG)) {
            open(link);
            assertThat(page.locator("h1")).hasText("The link is too long");
            assertThat(page.locator("#main")).containsText("characters, and at most 8,000 are allowed.");
            assertThat(page.locator("#connection")).hasText("Live", patiently());
        }
        open("listener/" + LONG);
        assertThat(page.locator("h1")).hasText("No such view");
        assertThat(page.locator("#connection")).hasText("Live", patiently());

        open("listener?id=" + "x".repeat(7_900));
        assertThat(page.locator(".empty")).containsText("Nothing is known about a listener xxx");
        assertThat(page.locator("#connection")).hasText("Live", patiently());
    }

    @Test
    void what_the_server_refuses_is_said_in_its_words() {
        page.route(
                address -> address.contains("/api/v1/live/alerts"),
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(503)
                        .setContentType("application/problem+json")
                        .setBody("{\"status\": 503, \"detail\": \"There is no room for one more.\"}")));
        open("alerts");
        assertThat(page.locator("#connection")).hasText("There is no room for one more. Trying again.", patiently());

        page.unrouteAll();
        assertThat(page.locator("#connection")).hasText("Live", patiently());
        complaints.removeIf(complaint -> complaint.contains("a status of 503"));
    }

    private void open(String link) {
        page.navigate(served.url() + "#/" + link);
    }
}
