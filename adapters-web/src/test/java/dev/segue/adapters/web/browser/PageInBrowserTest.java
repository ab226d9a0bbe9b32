package dev.segue.adapters.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.segue.adapters.web.fixture.EmittedSession.aSessionOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.segue.adapters.web.fixture.Audience;
import dev.segue.adapters.web.fixture.EmittedRow;
import dev.segue.adapters.web.server.CannotServe;
import dev.segue.adapters.web.store.Bounds;
import dev.segue.adapters.web.store.Memory;
import dev.segue.adapters.web.store.Topic;
import dev.segue.domain.alert.Incident;
import dev.segue.domain.clock.Clocks;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import dev.segue.domain.playback.Device;
import dev.segue.domain.session.Change;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page in a real browser: at every width, in light and dark, by keyboard, and when things break. */
class PageInBrowserTest extends InBrowser {

    private static final String HOSTILE =
            "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>";

    /** Whether any visible mark of a scale overlaps the next one. */
    private static final String MARKS_OVERLAP =
            "[...document.querySelectorAll('.scale')].some(scale => [...scale.children]"
                    + ".map(mark => mark.getBoundingClientRect()).filter(mark => mark.width > 0)"
                    + ".some((mark, i, all) => i > 0 && all[i - 1].right > mark.left))";

    @ParameterizedTest
    @CsvSource({"320,LIGHT", "320,DARK", "1280,LIGHT", "2560,DARK"})
    void every_view_fits(int width, ColorScheme scheme) {
        Audience.add(memory);
        look(width, scheme);
        for (String view : List.of("now", "playlists", "alerts", "listener?id=anna", "health")) {
            go(view);

            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasCount(1);
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as(view)
                    .isLessThanOrEqualTo(width);
        }
    }

    @ParameterizedTest
    @CsvSource({"320", "390", "1280", "2560"})
    void no_mark_of_a_time_line_is_drawn_over_another(int width) {
        Audience.incidents(memory);
        Audience.joined(memory);
        look(width, ColorScheme.LIGHT);
        for (String view : List.of("alerts", "listener?id=anna")) {
            go(view);

            assertThat((Boolean) page.evaluate(MARKS_OVERLAP)).as(view).isFalse();
        }
    }

    @Test
    void what_is_empty_explains_itself() {
        memory.reading(List.of(new Topic("listening.alerts", "incidents", Topic.State.MISSING, 0, 0)), null);

        go("now");
        assertThat(page.locator(".empty")).containsText("No session yet.");
        go("playlists");
        assertThat(page.locator(".empty")).containsText("They come from the job playlists");
        go("alerts");
        assertThat(page.locator(".empty")).containsText("the topic listening.alerts does not exist yet");
        go("listener?id=nobody");
        assertThat(page.locator(".empty")).containsText("Nothing is known about a listener nobody.");
        go("health");
        assertThat(page.locator(".empty")).containsText("No job has reported yet.");
        assertThat(page.locator("#main")).containsText("does not exist yet; waiting for it");
    }

    @Test
    void news_is_seen_without_a_reload() {
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
        assertThat(page.locator(".session.superseded .join"))
                .hasText("Superseded by the session that began 08:00, after a late event.");
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
    void when_the_server_goes_away_it_is_said_and_when_it_comes_back_all_is_as_it_is_then() throws CannotServe {
        go("now");
        assertThat(page.locator("#connection")).hasText("Live");
        int port = URI.create(served.url()).getPort();

        isCut = true;
        served.close();
        assertThat(page.locator("#connection")).containsText("No connection since", containing());

        memory.take(aSessionOf("anna").from("09:00").play("a", 60).revision(1, Change.Status.EARLY, true));
        served = serve(memory, port);

        assertThat(page.locator("#connection")).hasText("Live", patiently());
        assertThat(tile("Listeners")).hasText("1", patiently());
    }

    @Test
    void a_broker_that_does_not_answer_is_said_and_what_is_known_stays_until_it_does() {
        List<Topic> topics = List.of(new Topic("listening.sessions", "sessions", Topic.State.LIVE, 0, 0));
        memory.take(aSessionOf("anna").from("09:00").play("a", 60).revision(1, Change.Status.EARLY, true));
        go("now");

        memory.reading(topics, "Kafka at localhost:9092 does not answer.");
        assertThat(page.locator("#connection")).hasText("Kafka does not answer; trying again", patiently());
        assertThat(tile("Listeners")).hasText("1");
        go("alerts");
        assertThat(page.locator(".empty")).containsText("Kafka at localhost:9092 does not answer.");
        go("health");
        assertThat(page.locator("#main")).containsText("Kafka at localhost:9092 does not answer.");

        memory.reading(topics, "The schema registry does not answer: connection refused.");
        assertThat(page.locator("#connection"))
                .hasText("The schema registry does not answer; trying again", patiently());

        go("now");
        memory.reading(topics, null);
        memory.take(aSessionOf("ben").from("09:00").play("a", 60).revision(1, Change.Status.EARLY, true));
        assertThat(page.locator("#connection")).hasText("Live", patiently());
        assertThat(tile("Listeners")).hasText("2", patiently());
    }

    @Test
    void where_the_network_falls_silent_it_is_said_and_when_it_is_back_all_is_as_it_is_then() throws IOException {
        memory.take(aSessionOf("anna").from("09:00").play("a", 60).revision(1, Change.Status.EARLY, true));
        try (Cable cable = Cable.to(URI.create(served.url()).getPort())) {
            page.navigate(cable.url() + "#/now");
            assertThat(page.locator("#connection")).hasText("Live", patiently());

            isCut = true;
            cable.cut();
            memory.take(aSessionOf("ben").from("09:00").play("a", 60).revision(1, Change.Status.EARLY, true));
            assertThat(page.locator("#connection")).containsText("No connection since", containing());
            assertThat(tile("Listeners")).hasText("1");

            cable.mend();
            assertThat(page.locator("#connection")).hasText("Live", patiently());
            assertThat(tile("Listeners")).hasText("2", patiently());
        }
    }

    @Test
    void as_long_as_the_topics_are_being_read_nothing_is_said_to_be_missing() {
        memory.reading(
                Stream.of("sessions", "KPIs", "incidents", "health")
                        .map(use -> new Topic("listening." + use, use, Topic.State.UNKNOWN, 0, 0))
                        .toList(),
                null);
        go("now");
        assertThat(page.locator("#connection")).hasText("Checking the topics", patiently());
        for (String view : List.of("now", "playlists", "alerts", "listener?id=nobody", "health")) {
            go(view);
            assertThat(page.locator(".empty")).hasText("No data yet: the page is still reading the topics.");
        }

        go("now");
        memory.reading(List.of(new Topic("listening.sessions", "sessions", Topic.State.CATCHING_UP, 1, 0)), null);
        assertThat(page.locator("#connection")).hasText("Catching up: 1 record", patiently());
        memory.reading(List.of(new Topic("listening.sessions", "sessions", Topic.State.LIVE, 0, 0)), null);
        assertThat(page.locator("#connection")).hasText("Live", patiently());
        assertThat(page.locator(".empty")).containsText("No session yet.");
    }

    @Test
    void where_a_job_has_read_everything_the_time_is_that_of_the_last_session() {
        memory.take(
                aSessionOf("anna").from("09:00").play("a", 60).revision(1, Change.Status.FINAL, false, Clocks.ENDED));

        go("now");
        assertThat(page.locator(".clock")).containsText("It is 10:01 on Mon, 2 Mar 2026 for the audience");
        go("listener?id=anna");
        page.locator("summary", new Page.LocatorOptions().setHasText("in words"))
                .click();
        assertThat(page.locator(".story li"))
                .containsText("Revision 1, at the end of the input: final, 10:00 to 10:01, 1 play");
    }

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

        onlyTheStatusComesOf("/live/playlists?", 13);
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
    void what_is_not_compared_or_rests_on_too_few_is_said() {
        memory.take(EmittedRow.anHour(Subject.ALL, new Place("SE", null), "2026-03-02T09:00")
                .row());
        go("playlists?country=SE");
        assertThat(page.locator("#main"))
                .containsText("1 hour is not compared: fewer than 3 weeks before are known, or clocks were changed.");
        assertThat(page.locator(".complete")).containsText("Mon 2 Mar 09:00: 5 h, not compared; 10 sessions");

        for (String monday : List.of("02-23", "02-16", "02-09")) {
            memory.take(EmittedRow.anHour(Subject.ALL, new Place("SE", null), "2026-" + monday + "T09:00")
                    .row());
        }
        assertThat(page.locator(".complete"))
                .containsText("expected 5 h (0 h to 14.66 h; 3 weeks, too few sessions to be watched)", containing());
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
        assertThat(page.locator("section.session")).hasCount(2);
    }

    @Test
    void where_the_world_has_no_hours_a_country_is_shown_first() {
        memory.take(EmittedRow.anHour(Subject.ALL, new Place("SE", null), "2026-03-02T09:00")
                .row());

        go("playlists");

        assertThat(page.locator("#over-time")).hasText("Listened time (hours), All listening, Sweden");
        assertThat(page.locator("#place option:checked")).hasText("Sweden");
        assertThat(page).hasURL(served.url() + "#/playlists?country=SE");
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
        page.locator("summary").first().click();
        Audience.signal(memory, "anna", 1, 3);
        assertThat(page.locator(".signal")).containsText("3 songs", containing());
        assertThat(page.locator("details[open]")).hasCount(1);
        assertThat(page.locator("summary").first()).isFocused();
    }

    @Test
    void names_that_look_like_markup_are_only_names() {
        Change.Revision hostile = aSessionOf(HOSTILE)
                .from("09:00")
                .playlist(HOSTILE)
                .on(Device.Type.PHONE, HOSTILE)
                .play(HOSTILE, 90)
                .revision(1, Change.Status.EARLY, true);
        memory.take(hostile);
        memory.take(aSessionOf(HOSTILE)
                .from("09:00")
                .playlist(HOSTILE)
                .on(Device.Type.PHONE, HOSTILE)
                .play(HOSTILE, 90)
                .plays(1));
        memory.take(EmittedRow.anHour(EmittedRow.playlist(HOSTILE), new Place("<b>", null), "2026-03-02T09:00")
                .row());
        memory.take(Audience.incident(HOSTILE, Incident.Status.OPEN, EmittedRow.playlist(HOSTILE), 5, 1));
        memory.reading(List.of(new Topic(HOSTILE, HOSTILE, Topic.State.LIVE, 0, 0)), HOSTILE);

        go("alerts");
        assertThat(page.locator(".incident h3")).containsText("<img src=x");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("See the KPI"))
                .click();
        shown("playlists");
        assertThat(page.locator("#subject")).hasValue(HOSTILE);
        go("health");
        assertThat(page.locator("#main")).containsText("<script>");
        go("listener");
        page.locator("#listener").fill(HOSTILE);
        page.keyboard().press("Enter");
        assertThat(page.locator("section.session")).hasCount(1);
        page.locator("summary").last().click();
        assertThat(page.locator("table th").last()).isVisible();

        assertThat(page.locator("img, main script")).hasCount(0);
        assertThat(page.title()).isEqualTo("Listener · Segue");
    }

    @Test
    void what_was_evicted_is_said_on_every_view() throws CannotServe {
        Memory small = new Memory(new Bounds(2, 10, 10, 10, 2_000_000_000));
        for (String time : List.of("09:00", "09:01", "09:02")) {
            small.take(aSessionOf("l" + time).from(time).play("a", 60).revision(1, Change.Status.FINAL, false));
        }
        served.close();
        served = serve(small, 0);

        go("now");

        assertThat(page.locator("#memory"))
                .hasText("In memory: 2 of at most 2 sessions, less than 1 MB of at most 1,200 MB; 1 evicted, the one"
                        + " updated longest ago first. The next to be evicted began Mon 2 Mar 10:01.");
    }

    /**
     * From now on, an address that contains {@code part} delivers one status, with that many sessions, and nothing
     * else.
     */
    private void onlyTheStatusComesOf(String part, int sessions) {
        isCut = true;
        String status = page.request()
                .get(served.url() + "api/status")
                .text()
                .replaceFirst("\"sessions\":\\{\"kept\":\\d+", "\"sessions\":{\"kept\":" + sessions);
        page.route(
                address -> address.contains(part),
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/event-stream")
                        .setBody("event: status\ndata: " + status + "\n\n")));
    }
}
