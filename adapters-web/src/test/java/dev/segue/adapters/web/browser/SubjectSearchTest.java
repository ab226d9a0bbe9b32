package dev.segue.adapters.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.segue.adapters.web.fixture.EmittedRow;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every subject is found by typing, even if there are more than fit a list; editions are listed beside the search. */
class SubjectSearchTest extends InBrowser {

    private static final LocalDate FIRST = LocalDate.parse("2026-01-05");
    private static final int EDITIONS = 400;

    @BeforeEach
    void emitFourHundredEditions() {
        add(Subject.ALL);
        add(EmittedRow.playlist("Discover Weekly"));
        add(EmittedRow.playlist("Discover"));
        add(new Subject(Subject.Kind.ALBUM, "Discover", null));
        for (int day = 0; day < EDITIONS; day++) {
            add(new Subject(
                    Subject.Kind.PLAYLIST,
                    "Discover Weekly",
                    FIRST.plusDays(day).toString()));
        }
    }

    @Test
    void the_newest_edition_is_reached_by_keyboard_alone() {
        go("playlists");
        assertThat(search()).hasValue("All listening");

        search().focus();
        page.keyboard().type("weekly 2027-02-08");
        page.keyboard().press("Enter");

        assertThat(page.locator("#over-time"))
                .hasText("Listened time (hours), Discover Weekly, edition 2027-02-08, The world", patiently());
        assertThat(search()).hasValue("Discover Weekly, edition 2027-02-08");
        assertThat(search()).isFocused();
        assertThat(page)
                .hasURL(served.url()
                        + "#/playlists?where=world&kind=PLAYLIST&subject=Discover+Weekly&edition=2027-02-08");
    }

    @Test
    void what_is_typed_is_suggested_and_how_many_more_there_are_is_said() {
        go("playlists");

        search().fill("discover");

        assertThat(page.locator("#subject-found"))
                .hasText("8 suggestions, and 395 more that match: type more of the name.", patiently());
        assertThat(page.locator("#subjects option").first()).hasAttribute("value", "Discover");
        assertThat(page.locator("#subjects option[value='Discover (album)']")).hasCount(1);
        assertThat(page.locator("#subjects option[value='Discover Weekly, edition 2027-02-08']"))
                .hasCount(1);
        page.keyboard().press("Enter");
        search().fill("Discover (album)");
        page.keyboard().press("Enter");
        assertThat(page.locator("#over-time")).hasText("Listened time (hours), Discover, The world", patiently());
        assertThat(page).hasURL(Pattern.compile("kind=ALBUM&subject=Discover$"));
        assertThat(search()).hasValue("Discover (album)");
    }

    @Test
    void the_editions_of_what_is_shown_are_beside_it_the_newest_first() {
        go("playlists?kind=PLAYLIST&subject=Discover%20Weekly&where=world");
        Locator edition = page.locator("#edition");
        assertThat(edition.locator("option")).hasCount(201);
        assertThat(edition.locator("option").nth(0)).hasText("all together");
        assertThat(edition.locator("option").nth(1)).hasText("2027-02-08");
        assertThat(page.getByText("The list has the newest editions; 200 older ones are found by typing."))
                .isVisible();

        edition.selectOption("2027-02-08");

        assertThat(page.locator("#over-time"))
                .hasText("Listened time (hours), Discover Weekly, edition 2027-02-08, The world", patiently());
        assertThat(search()).hasValue("Discover Weekly, edition 2027-02-08");
        edition.selectOption("");
        assertThat(page.locator("#over-time"))
                .hasText("Listened time (hours), Discover Weekly, The world", patiently());
        go("playlists?kind=ALBUM&subject=Discover&where=world");
        assertThat(page.locator("#edition")).hasCount(0);
    }

    @Test
    void what_is_not_found_is_said_and_an_empty_search_changes_nothing() {
        go("playlists");

        search().fill("polka");
        page.keyboard().press("Enter");
        assertThat(page.locator("#subject-found")).hasText("No match.", patiently());

        search().fill("");
        page.keyboard().press("Enter");
        assertThat(search()).hasValue("All listening");
        assertThat(page.locator("#subject-found")).isEmpty();
        assertThat(page.locator("#over-time")).containsText("All listening");
    }

    @Test
    void an_update_does_not_take_away_what_is_being_typed() {
        go("playlists");
        search().fill("disco");
        assertThat(page.locator("#subject-found")).containsText("suggestions", containing());

        memory.take(
                EmittedRow.anHour(Subject.ALL, Place.WORLD, "2026-03-02T10:00").row());

        assertThat(page.locator(".complete")).containsText("2 hours: ", containing());
        assertThat(search()).hasValue("disco");
        assertThat(search()).isFocused();
    }

    private Locator search() {
        return page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("What: type to search"));
    }

    private void add(Subject subject) {
        memory.take(EmittedRow.anHour(subject, Place.WORLD, "2026-03-02T09:00").row());
    }
}
