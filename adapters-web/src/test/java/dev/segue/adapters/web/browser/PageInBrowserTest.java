package dev.segue.adapters.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.segue.adapters.web.fixture.EmittedSession.aSessionOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.segue.adapters.web.fixture.Audience;
import dev.segue.adapters.web.fixture.EmittedRow;
import dev.segue.adapters.web.fixture.Outage;
import dev.segue.adapters.web.server.CannotServe;
import dev.segue.adapters.web.store.AlertSettings;
import dev.segue.adapters.web.store.Bounds;
import dev.segue.adapters.web.store.Memory;
import dev.segue.adapters.web.store.RulesOfListening;
import dev.segue.adapters.web.store.Topic;
import dev.segue.domain.alert.Incident;
import dev.segue.domain.alert.Policy;
import dev.segue.domain.alert.Watch;
import dev.segue.domain.alert.WatchedSubjects;
import dev.segue.domain.alert.baseline.AlertRules;
import dev.segue.domain.alert.baseline.Holidays;
import dev.segue.domain.clock.Clocks;
import dev.segue.domain.history.TrackName;
import dev.segue.domain.kpi.Kpi;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import dev.segue.domain.playback.Device;
import dev.segue.domain.session.Change;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The views in a real browser: at every width, in light and dark, empty, full, and with hostile names. */
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
        Outage.add(memory);
        look(width, scheme);
        String opened = "alerts?incident=" + URLEncoder.encode(Outage.ID, StandardCharsets.UTF_8);
        for (String view : List.of("now", "playlists", "insights", "alerts", opened, "listener?id=anna", "health")) {
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
        assertThat(page.locator(".empty")).containsText("They come from the playlists job");
        go("alerts");
        assertThat(page.locator(".empty")).containsText("the topic listening.alerts does not exist yet");
        go("listener?id=nobody");
        assertThat(page.locator(".empty")).containsText("Nothing is known about a listener nobody.");
        go("health");
        assertThat(page.locator(".empty")).containsText("No job has reported yet.");
        assertThat(page.locator("#main")).containsText("does not exist yet; waiting for it");
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
    void every_view_says_how_normal_is_computed_with_the_numbers_of_its_configuration() throws CannotServe {
        AlertRules rules =
                new AlertRules(List.of(15 * 60_000L, 2 * 3_600_000L), 8, 4, 21 * 24 * 3_600_000L, 24, Holidays.NONE);
        Policy strict = new Policy(
                "strict",
                Kpi.SKIP_RATE,
                WatchedSubjects.USUAL,
                Set.of(),
                Set.of(Incident.Direction.HIGHER),
                4.5,
                1.5,
                70,
                0.25,
                3);
        Memory configured = new Memory(
                Bounds.USUAL,
                new AlertSettings(new Watch(List.of(Policy.of("time", Kpi.LISTENED_TIME), strict)), rules),
                RulesOfListening.BY_DEFAULT);
        Audience.add(configured);
        served.close();
        served = serve(configured, 0);
        for (String view : List.of("now", "playlists?where=world", "insights", "alerts")) {
            go(view);
            Locator normal = page.locator("details.normal");
            normal.locator("summary").click();

            assertThat(normal).containsText("of the same weekday in the 8 weeks before, at least 4");
            assertThat(normal.locator("tbody tr", new Locator.LocatorOptions().setHasText("strict")))
                    .hasText("strictSkip rate, higher4.525%70 plays1.53");
            assertThat(normal.locator("a")).hasAttribute("href", Pattern.compile("^/docs/alerts\\.md#"));
        }
        assertThat(page.locator("details.normal"))
                .containsText(
                        "An hour is evaluated 15 min and 2 h after its end, and compared with former weeks at the same"
                                + " age.An incident that lasts 21 days becomes the new normal");
        go("insights");
        assertThat(page.locator("#main"))
                .containsText(
                        "nine in ten of its sessions have ended, or 2 h after its end (the last of the alert rule's");
        go("now");
        assertThat(page.locator("details.normal"))
                .containsText("the median of the same 10 min of the week, by UTC, in up to 6 weeks before, at least 3");
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
        memory.take(HOSTILE, new TrackName(HOSTILE, HOSTILE, null));
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
        assertThat(page.title()).isEqualTo("(1) Listener · Segue");
    }

    @Test
    void rates_end_with_the_last_whole_minute_and_what_was_rejected_is_only_text() {
        Audience.history(memory);
        go("health");
        assertThat(page.locator("section:has(#job-sessions)"))
                .containsText(
                        Pattern.compile("Records a minute11:28: [\\d,.]+ read, .* duplicate, .* late, 0 rejected\\."));
        assertThat(page.locator("section:has(#job-sessions) .chart")).hasCount(2);
        assertThat(page.locator("section:has(#rejected)")).containsText("With dashboard.dead-letters: true");

        memory.reading(List.of(new Topic("listening.dead-letters", "dead letters", Topic.State.LIVE, 0, 0)), null);
        assertThat(page.locator("section:has(#rejected)")).containsText("a dot is a byte", containing());
        page.locator("section:has(#rejected) summary").first().click();
        assertThat(page.locator("section:has(#rejected) li")).hasCount(6);
        assertThat(page.locator("section:has(#rejected) .raw").first())
                .hasText("····<img src=x onerror=alert(1)> anna·");
        assertThat(page.locator("section:has(#rejected)")).containsText("offset 77; without its content");
        assertThat(page.locator("img, main script")).hasCount(0);
    }

    @Test
    void songs_are_shown_by_title_and_artist_and_by_their_id_where_the_catalogue_does_not_know_them() {
        Audience.joined(memory);
        Audience.signal(memory, "anna", 1, 3);
        Audience.titles(memory);

        go("listener?id=anna");

        assertThat(page.locator(".songs tbody th").first()).containsText("Velvet Tides – The Quiet Hotel");
        assertThat(page.locator(".lane .play").nth(3))
                .hasAttribute("title", Pattern.compile(".* Distant Harbour – The Velvet Islands, .*"));
        page.locator("summary", new Page.LocatorOptions().setHasText("as a table"))
                .click();
        assertThat(page.locator("section.session tbody th[scope=row]")).containsText(new String[] {
            "Paper Lanterns – The Slow Foxestrack-21", "Early", "Glass", "Distant", "Hollow", "track-26", "Second"
        });
    }

    @Test
    void a_signal_says_why_each_song_is_suggested_and_others_are_not() {
        Audience.titles(memory);
        memory.take(Audience.signal("anna", 1, 3));

        go("listener?id=anna");

        assertThat(page.locator(".songs").first().locator("tbody tr")).containsText(new String[] {
            "98.2%98.2%: its mood is 1.8% of the map away from where the mood is heading",
            "96.4%96.4%: its mood is 3.6% of the map away",
            "48.8%97.6%: its mood is 2.4% of the map away from where the mood is heading50%: its artist was just played"
        });
        assertThat(page.locator(".songs").last().locator("tbody tr")).containsText(new String[] {
            "99.1%never: it is playing, or was played recently",
            "98.7%never: it is playing, or was played recentlynever: it was skipped before"
        });
    }

    @Test
    void the_last_signals_are_listed_and_the_path_of_the_mood_up_to_each_is_drawn() {
        Audience.titles(memory);
        Audience.signals(memory, "anna");

        go("listener?id=anna");
        page.locator("summary", new Page.LocatorOptions().setHasText("The last signals: 3"))
                .click();

        Locator past = page.locator("section[aria-labelledby=signal] details");
        assertThat(past.locator("tbody tr")).containsText(new String[] {
            "a track endedcalm", "a track was skipped, reported latecalm", "a track endedsad (valence 0.41"
        });
        assertThat(past.locator("tbody tr").first()).containsText("Velvet Tides – The Quiet Hotel");
        assertThat(past.locator("circle")).hasCount(3);
        past.locator("tbody tr").nth(1).locator("button").press("Enter");
        assertThat(past.locator("circle")).hasCount(2);
        assertThat(past.locator("button[aria-pressed=true]")).hasText("11:28:01");
        past.locator("tbody tr").nth(2).locator("button").press("Enter");
        assertThat(past).containsText("The mood is known for fewer than two of these signals.");
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
                .hasText("In memory: 2 of at most 2 sessions, less than 1 MB of at most 1,200 MB; 1 evicted, the least"
                        + " recently updated first. The next to be evicted began Mon 2 Mar 10:01.");
    }
}
