package dev.segue.adapters.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.segue.adapters.web.fixture.Audience;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The whole page can be used by keyboard. */
class KeyboardTest extends InBrowser {

    @Test
    void charts_are_read_by_keyboard() {
        Audience.rows(memory);
        go("playlists?country=SE");
        Locator reading = page.locator(".reading");
        page.locator(".chart").focus();
        assertThat(reading).hasText("");

        page.keyboard().press("ArrowLeft");
        assertThat(reading).containsText("Mon 2 Mar 10:00: ");
        page.keyboard().press("ArrowLeft");
        assertThat(reading).containsText("Mon 2 Mar 09:00: ");
        page.keyboard().press("Home");
        assertThat(reading).containsText("Mon 23 Feb 11:00: ");
        page.keyboard().press("ArrowLeft");
        page.keyboard().press("ArrowRight");
        assertThat(reading).containsText("Mon 23 Feb 12:00: ");
        page.keyboard().press("Escape");
        assertThat(reading).hasText("");
    }

    @Test
    void all_of_it_can_be_reached_by_keyboard() {
        Audience.add(memory);
        go("now");

        page.keyboard().press("Tab");
        assertThat(page.locator("#skip")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("#main")).isFocused();

        page.reload();
        shown("now");
        for (String view : List.of("Now", "Playlists", "Alerts")) {
            tabTo(view);
        }
        assertThat((String) page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
                .isEqualTo("solid");
        page.keyboard().press("Enter");
        shown("alerts");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("See the KPI"))
                .first()
                .focus();
        page.keyboard().press("Enter");
        shown("playlists");
        assertThat(page.locator("#over-time")).hasText("Listened time (hours), Discover Weekly, Australia");

        page.locator("#kpi").focus();
        page.keyboard().press("ArrowDown");
        assertThat(page.locator("#over-time")).containsText("Songs per run", containing());
        assertThat(page.locator("#kpi")).isFocused();

        go("listener");
        page.locator("#listener").focus();
        page.keyboard().type("anna");
        page.keyboard().press("Enter");
        assertThat(page.locator("section.session")).hasCount(1);
    }
}
