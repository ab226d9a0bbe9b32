package dev.segue.adapters.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.segue.adapters.web.fixture.Audience;
import dev.segue.adapters.web.fixture.EmittedRow;
import dev.segue.domain.kpi.Place;
import java.nio.file.Files;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The card of an edition: what it shows of it, beside the one before. */
class EditionInBrowserTest extends InBrowser {

    private static final String WEEKLY = "playlists?kind=PLAYLIST&subject=Discover+Weekly&where=world";

    @BeforeEach
    void emit() {
        Audience.editions(memory);
        memory.take(EmittedRow.anHour(EmittedRow.playlist("Discover Weekly"), Place.WORLD, "2026-03-02T09:00")
                .row());
    }

    @Test
    void an_edition_is_compared_with_the_one_before_at_the_same_age() {
        go(WEEKLY + "&edition=2026-W09");

        assertThat(card().locator("h2")).hasText("Edition 2026-W09: its first 7 days");
        assertThat(card())
                .containsText("First listened to on Mon 23 Feb, local time. Changes are against edition 2026-W08 at the"
                        + " same age: its first 7 days.");
        assertThat(measure("Listeners a day")).containsText("255");
        assertThat(measure("Listeners a day")).containsText("different ones, on average; 0%");
        assertThat(measure("Time a day")).containsText("30 min");
        assertThat(measure("Songs in a row")).containsText("3");
        assertThat(measure("Skipped at once")).containsText("before 5 s, of the plays; 0 points");
        assertThat(measure("Complete")).containsText("100%");
    }

    @Test
    void the_newest_edition_is_shown_unless_one_is_chosen_and_not_compared_on_its_first_day() {
        go(WEEKLY);

        assertThat(card().locator("h2")).hasText("Edition 2026-W10: the day of its release, which is not over");
        assertThat(card()).containsText("It is compared with edition 2026-W09 once the first day is over.");
        assertThat(measure("Complete")).containsText("75 sessions of 300 still open");
    }

    @Test
    void what_it_is_compared_with_is_chosen_and_stays_in_the_link() {
        go(WEEKLY + "&edition=2026-W09");

        page.locator("#beside").selectOption("WEEK_BEFORE");
        assertThat(card()).containsText("Changes are against edition 2026-W08 at the same age", containing());
        page.locator("#beside").selectOption("EXPECTED");
        assertThat(card())
                .containsText(
                        "Expected is the median of the editions that came out 1 to 6 weeks before it, give or take three days",
                        containing());
        assertThat(card()).containsText("These are 2026-W08, 2026-W07 and 2026-W06.");
        assertThat(card().locator(".leaving"))
                .hasText("No song loses clearly more listeners than in the earlier editions.");
        assertThat(page).hasURL(Pattern.compile("beside=EXPECTED"));
        page.reload();
        assertThat(page.locator("#beside")).hasValue("EXPECTED");

        go(WEEKLY + "&edition=2026-W08&beside=EXPECTED");
        assertThat(card())
                .containsText(
                        "No expected values yet: they need 3 editions released 1 to 6 weeks earlier, and only 2 are known"
                                + " here.");
    }

    @Test
    void so_is_what_its_course_is_compared_with_and_why_it_cannot_be() {
        go(WEEKLY + "&edition=2026-W09&period=DAY&against=EDITION_BEFORE&kpi=LISTENERS");

        assertThat(overTime()).containsText("edition 2026-W08 at the same age");
        assertThat(overTime().locator(".complete")).containsText("edition 2026-W08 at the same age 210 (0%)");
        assertThat(overTime().locator(".key.band")).hasCount(0);
        page.locator("#against").selectOption("EXPECTED");
        assertThat(overTime())
                .containsText("A single edition has no expected range until 3 weeks of it are known.", containing());
        page.locator("#edition").selectOption("");
        page.locator("#against").selectOption("EDITION_BEFORE");
        assertThat(overTime().locator(".missing"))
                .hasText("All editions are shown together. Choose one above to compare it with the one before.");
    }

    @Test
    void what_is_shown_of_its_course_is_a_preset_or_dates_and_stays_in_the_link() {
        go(WEEKLY + "&edition=2026-W09&period=DAY&since=2026-02-23T00:00&until=2026-02-24T00:00");

        page.locator("#range").selectOption("24h");
        assertThat(overTime().locator(".complete")).containsText("1 day: ", containing());
        page.locator("#range").selectOption("all");
        assertThat(overTime().locator(".complete")).containsText("7 days: ", containing());
        assertThat(page.locator("#from")).hasValue("2026-02-23");
        assertThat(page.locator("#to")).hasValue("2026-03-01");
        page.locator("#from").fill("2026-02-24");
        page.locator("#to").fill("2026-02-25");
        page.locator("#to").press("Enter");
        assertThat(overTime().locator(".complete")).containsText("2 days: ", containing());
        assertThat(page).hasURL(Pattern.compile("period=DAY&from=2026-02-24&to=2026-02-25$"));
        assertThat(page.locator("#range")).hasValue("dates");
    }

    @Test
    void a_range_that_makes_no_sense_or_is_empty_is_said() {
        go(WEEKLY + "&edition=2026-W09&period=DAY&from=2026-02-25&to=2026-02-24");

        assertThat(page.getByRole(AriaRole.ALERT))
                .hasText("The first day (from), 2026-02-25, is after the last day (to), 2026-02-24. Swap them."
                        + "Shown instead: the latest 8 weeks.");
        assertThat(overTime().locator(".complete")).containsText("7 days: ");
        go(WEEKLY + "&edition=2026-W09&period=DAY&from=2025-02-24&to=2025-02-25");
        assertThat(page.locator(".empty"))
                .containsText(
                        "There are no KPI rows in this range. Those in memory begin on Mon, 23 Feb 2026, local time.");
        assertThat(page.locator("#from")).hasValue("2025-02-24");
    }

    @Test
    void the_countries_can_be_sorted_by_any_column() {
        go(WEEKLY + "&edition=2026-W09");

        assertThat(countries()).hasText(new String[] {"Australia", "Sweden", "Brazil"});
        assertThat(row("Brazil")).containsText("−50%");
        table("This edition by country")
                .locator("button", new Locator.LocatorOptions().setHasText("Listeners a day"))
                .click();
        assertThat(countries()).hasText(new String[] {"Brazil", "Australia", "Sweden"});
        assertThat(table("This edition by country").locator("th[aria-sort]")).hasAttribute("aria-sort", "ascending");
    }

    @Test
    void a_country_is_told_apart_by_device_and_each_has_its_own_page() {
        go(WEEKLY.replace("where=world", "country=SE") + "&edition=2026-W09");

        assertThat(table("This edition by type of device").locator("tbody th"))
                .hasText(new String[] {"Phone", "Speaker"});
        table("This edition by type of device")
                .locator("a", new Locator.LocatorOptions().setHasText("Phone"))
                .click();
        assertThat(page.locator("#device")).hasValue("PHONE");
        assertThat(page.locator("#over-time")).containsText("Sweden, Phone");
        assertThat(measure("Listeners a day")).containsText("42.3");
    }

    @Test
    void a_chart_is_saved_as_csv_and_as_a_picture() throws Exception {
        go(WEEKLY + "&edition=2026-W09");

        Download csv = page.waitForDownload(() -> page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Save as CSV: The share of runs that skipped"))
                .click());
        Download picture = page.waitForDownload(() -> page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Save as picture: The share of runs that skipped"))
                .click());

        assertThat(csv.suggestedFilename()).isEqualTo("skipped-by-song-of-the-run-2026-w09.csv");
        assertThat(Files.readString(csv.path()))
                .startsWith("song,\"2026-W09, % of runs\",\"2026-W08, % of runs\"\r\n1,");
        assertThat(picture.suggestedFilename()).endsWith(".png");
        assertThat(Files.readAllBytes(picture.path())).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void tables_and_bars_are_saved_as_csv_too() throws Exception {
        go(WEEKLY + "&edition=2026-W09");

        Map<String, String> headers = Map.of(
                "Countries", "Countries,days,Listeners a day,\"Time a day, ms\",Songs in a row,",
                "Devices", "Devices,days,Listeners a day,",
                "Length of runs", "songs,runs\r\n1,",
                "Skips", "skip,plays\r\n\"quick, under 5 s\",",
                "By country",
                        "country,local time,hours,expected,expected at least,expected at most,sessions\r\nAU,2026-");
        for (Map.Entry<String, String> each : headers.entrySet()) {
            Download csv = page.waitForDownload(() -> page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions()
                                    .setName("Save as CSV: " + each.getKey())
                                    .setExact(true))
                    .click());
            assertThat(Files.readString(csv.path())).startsWith(each.getValue());
        }
    }

    @Test
    void its_tracks_are_ranked_by_title_and_those_that_were_hardly_heard_are_left_out() throws Exception {
        Audience.titles(memory);
        Audience.tracks(memory);
        go(WEEKLY + "&edition=2026-W09");

        Locator tracks = page.locator("section", new Page.LocatorOptions().setHas(page.locator("#tracks")));
        assertThat(tracks)
                .containsText(
                        "12 tracks with at least 30 plays from here, in all countries, since the week of Mon 23 Feb."
                                + " Kept means played to the end. They are ranked by the lower end of the 95% confidence interval of"
                                + " the share: with few plays, a track ranks lower. 1 track has fewer than 30 plays and is left out."
                                + " 10 plays were of tracks that are not counted one by one.");
        Locator skipped = table("Tracks skipped most").locator("tbody tr");
        Locator kept = table("Tracks kept most").locator("tbody tr");
        assertThat(skipped).hasCount(6);
        assertThat(skipped.first()).containsText("track-32");
        assertThat(kept).hasCount(6);
        assertThat(kept.first()).hasText("Paper Lanterns – The Slow Foxestrack-2196.1%1.3%2.2%3.9%640");

        Download csv = page.waitForDownload(
                () -> page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save as CSV: Kept most"))
                        .click());

        assertThat(csv.suggestedFilename()).startsWith("tracks-kept-most-").endsWith(".csv");
        assertThat(Files.readString(csv.path()))
                .startsWith("track id,title,artist,plays,skipped,skipped before 5 s,skipped before 30 s,"
                        + "played to the end\r\ntrack-21,Paper Lanterns,The Slow Foxes,640,25,8,14,615\r\n");
    }

    @Test
    void what_has_no_editions_has_no_card() {
        go("playlists?where=world");

        assertThat(card()).hasCount(0);
        assertThat(page.locator("#tracks")).hasCount(0);
    }

    private Locator card() {
        return page.locator("section", new Page.LocatorOptions().setHas(page.locator("#edition-card")));
    }

    private Locator overTime() {
        return page.locator("section", new Page.LocatorOptions().setHas(page.locator("#over-time")));
    }

    private Locator measure(String name) {
        return card().locator(
                        ".tile",
                        new Locator.LocatorOptions()
                                .setHas(page.locator("h3", new Page.LocatorOptions().setHasText(name))));
    }

    private Locator table(String name) {
        return page.getByLabel(name);
    }

    private Locator countries() {
        return table("This edition by country").locator("tbody th");
    }

    private Locator row(String country) {
        return card().locator("tbody tr", new Locator.LocatorOptions().setHasText(country));
    }
}
