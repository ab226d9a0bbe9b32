package dev.segue.adapters.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.segue.adapters.web.fixture.EmittedSession.aSessionOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import dev.segue.adapters.web.fixture.Audience;
import dev.segue.adapters.web.fixture.EmittedRow;
import dev.segue.adapters.web.fixture.Evening;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import dev.segue.domain.session.Change;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Updates do not disturb what the user is doing: only changes are drawn. */
class WhatStaysTest extends InBrowser {

    /** Marks every element of the view, so that an element created later has no mark. */
    private static final String MARK_ALL = "document.querySelectorAll('#main *').forEach(e => e.marked = true)";

    private static final String UNMARKED =
            "[...document.querySelectorAll('#main :not(datalist *)')].filter(e => !e.marked && !e.closest('.last-signals tbody tr:first-child, circle title')).map(e => e.tagName + ' ' + e.textContent)";

    @Test
    void a_link_that_is_pressed_slowly_is_followed() {
        Audience.rows(memory);
        go("playlists?where=world");
        Locator link = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sweden"));
        press(link);

        Audience.joined(memory);
        memory.take(EmittedRow.anHour(Subject.ALL, Place.WORLD, "2026-03-02T10:00")
                .listeners(4321)
                .stillOpen(1)
                .row());
        assertThat(page.locator(".complete")).containsText("4,321 sessions", containing());
        page.mouse().up();

        assertThat(page.locator("#over-time")).containsText("Sweden", containing());
    }

    @Test
    void what_is_unfolded_by_a_slow_press_is_unfolded() {
        Audience.joined(memory);
        Audience.signal(memory, "anna", 1, 3);
        go("listener?id=anna");
        press(page.locator("summary").last());

        Audience.signal(memory, "anna", 2, 4);
        assertThat(page.locator(".signal")).containsText("4 songs", containing());
        page.mouse().up();

        assertThat(page.locator("details[open]")).hasCount(1);
    }

    @Test
    void what_is_selected_stays_selected() {
        Audience.joined(memory);
        Audience.signal(memory, "anna", 1, 3);
        go("listener?id=anna");
        page.evaluate("getSelection().selectAllChildren(document.querySelector('.facts'))");
        String selected = (String) page.evaluate("getSelection().toString()");
        assertThat(selected).contains("7 plays");

        Audience.signal(memory, "anna", 2, 4);
        assertThat(page.locator(".signal")).containsText("4 songs", containing());

        assertThat((String) page.evaluate("getSelection().toString()")).isEqualTo(selected);
    }

    @Test
    void what_is_being_typed_stays_as_it_is_typed() {
        Audience.joined(memory);
        go("listener?id=anna");
        page.locator("#listener").fill("");
        page.keyboard().type("be");

        Audience.signal(memory, "anna", 1, 3);
        assertThat(page.locator(".signal")).containsText("3 songs", containing());
        page.keyboard().type("n");

        assertThat(page.locator("#listener")).hasValue("ben");
        assertThat(page.locator("#listener")).isFocused();
    }

    @Test
    void tables_stay_scrolled_and_lists_unfolded() {
        Audience.health(memory);
        page.setViewportSize(320, 800);
        go("health");
        page.locator("summary").click();
        page.locator(".wide").first().evaluate("of => of.scrollLeft = 40");
        new Evening(memory).goOn();

        assertThat(page.locator(".signal").nth(1)).containsText("Last reportMon 2 Mar 11:30:05", containing());
        assertThat((Integer) page.locator(".wide").first().evaluate("of => of.scrollLeft"))
                .isEqualTo(40);
        assertThat(page.locator("details[open]")).hasCount(1);
    }

    @Test
    void what_is_new_is_all_that_is_made() {
        Evening evening = new Evening(memory);
        for (String view :
                List.of("now", "playlists?where=world", "insights", "alerts", "listener?id=anna", "health")) {
            go(view);
            page.evaluate(MARK_ALL);
            String before = page.locator("#memory").textContent();

            evening.goOn();
            assertThat(page.locator("#memory")).not().hasText(before);

            assertThat((List<?>) page.evaluate(UNMARKED)).as(view).allSatisfy(made -> assertThat((String) made)
                    .startsWith("circle"));
        }
    }

    @Test
    void the_session_that_begins_is_added_to_those_that_stay() {
        Audience.joined(memory);
        go("listener?id=anna");
        page.evaluate(MARK_ALL);

        memory.take(aSessionOf("anna").from("09:40").play("Naima", 60).revision(1, Change.Status.EARLY, true));

        assertThat(page.locator("section.session")).hasCount(2);
        assertThat((List<?>) page.evaluate("[...document.querySelectorAll('section.session')].map(e => !!e.marked)"))
                .isEqualTo(List.of(false, true));
    }

    @Test
    void a_page_that_nobody_sees_is_not_connected_and_catches_up_when_it_is_seen_again() {
        go("now");
        see(false);
        assertThat((Boolean) page.evaluate("document.hidden")).isTrue();
        memory.take(aSessionOf("anna").from("09:00").play("a", 60).revision(1, Change.Status.EARLY, true));
        try (var other = context.newPage()) {
            other.navigate(served.url() + "#/now");
            assertThat(other.locator(".tile .value").first()).hasText("1", patiently());
            memory.take(aSessionOf("ben").from("09:00").play("a", 60).revision(1, Change.Status.EARLY, true));
            assertThat(other.locator(".tile .value").first()).hasText("2", patiently());
        }
        assertThat(tile("Listeners")).hasText("0");

        see(true);

        assertThat(tile("Listeners")).hasText("2", patiently());
        assertThat(page.locator("#connection")).hasText("Live", patiently());
    }

    private void see(boolean seen) {
        page.evaluate(
                "hidden => { Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });"
                        + " document.dispatchEvent(new Event('visibilitychange')); }",
                !seen);
    }

    private void press(Locator what) {
        what.scrollIntoViewIfNeeded();
        BoundingBox place = what.boundingBox();
        page.mouse().move(place.x + 5, place.y + 5);
        page.mouse().down();
    }
}
