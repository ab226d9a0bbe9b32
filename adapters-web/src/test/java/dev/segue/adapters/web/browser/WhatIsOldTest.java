package dev.segue.adapters.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.segue.adapters.web.fixture.EmittedSession.aSessionOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import dev.segue.adapters.web.fixture.Audience;
import dev.segue.adapters.web.fixture.EmittedRow;
import dev.segue.adapters.web.server.CannotServe;
import dev.segue.adapters.web.server.PageSettings;
import dev.segue.adapters.web.store.Bounds;
import dev.segue.adapters.web.store.Memory;
import dev.segue.adapters.web.store.Topic;
import dev.segue.domain.accounting.Health;
import dev.segue.domain.accounting.Ledger;
import dev.segue.domain.alert.Incident;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import dev.segue.domain.session.Change;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Old data is not shown as if it were new, and known data does not vanish because something is late. */
class WhatIsOldTest extends InBrowser {

    private static final long HOUR = 3_600_000;

    /** The wall-clock time by which the server decides what is old. */
    private volatile long now = Audience.NOW;

    @Override
    @BeforeEach
    void serve() throws CannotServe {
        open(memory, 0);
        look(1280, ColorScheme.LIGHT);
    }

    @Test
    void a_job_that_is_behind_is_said_by_every_view_of_it_and_the_page_does_not_call_itself_live() {
        Audience.add(memory);
        report("sessions", 20, Audience.NOW, 140);
        report("playlists", 1, Audience.NOW - HOUR / 2, 140);
        report("alerts", 1, Audience.NOW - HOUR / 2, 140);
        report("signals", 1, Audience.NOW - 13 * HOUR, 140);

        go("now");
        assertThat(page.locator("#connection")).hasText("Not live: the signals job is 13 h behind", patiently());
        assertThat(page.locator("#connection")).hasAttribute("data-state", "behind");
        assertThat(page.locator(".fresh li").first()).hasText("Sessions as of Mon 2 Mar 11:30:00");
        assertThat(page.locator(".fresh li").last())
                .hasText("Signals as of Mon 2 Mar 11:29:01: the signals job is 13 h behind");
        assertThat(page.locator("#main")).not().containsText("within a second");
        go("listener?id=anna");
        assertThat(page.locator(".fresh .old")).containsText("the signals job is 13 h behind");
        go("playlists?country=SE");
        assertThat(page.locator(".fresh")).hasText("KPIs as of Mon 2 Mar 12:01:40");
        go("alerts");
        assertThat(page.locator(".fresh")).hasText("Incidents as of Mon 2 Mar 11:30:00");
        go("health");
        assertThat(page.locator("#job-signals")).containsText("13 h behind");
        assertThat(page.locator("section:has(#job-signals) .bad")).hasText("13 h: too long");
        assertThat(page.locator("#job-sessions")).containsText("up to date");
    }

    @Test
    void where_all_keep_up_the_page_is_live_and_says_so_of_signals() {
        Audience.add(memory);
        report("sessions", 20, Audience.NOW, 140);
        report("signals", 1, Audience.NOW, 140);

        go("now");

        assertThat(page.locator("#connection")).hasText("Live", patiently());
        assertThat(page.locator("#main")).containsText("within a second");
        assertThat(page.locator(".fresh .old")).hasCount(0);
    }

    @Test
    void incidents_are_held_up_by_every_job_that_they_have_passed_through() {
        Audience.add(memory);
        report("playlists", 1, Audience.NOW, 13 * HOUR);
        report("alerts", 1, Audience.NOW, 140);

        go("alerts");

        assertThat(page.locator(".fresh .old"))
                .hasText("Incidents as of Mon 2 Mar 11:30:00: the playlists job is 13 h behind");
    }

    @Test
    void a_job_that_falls_silent_is_said_though_nothing_is_emitted_any_more() {
        report("sessions", 1, Audience.NOW, 140);
        go("now");
        assertThat(page.locator("#connection")).hasText("Live", patiently());

        now = Audience.NOW + HOUR;

        assertThat(page.locator("#connection"))
                .hasText("Not live: the sessions job has not reported since Mon 2 Mar 11:30:00", patiently());
        assertThat(page.locator(".fresh .old")).containsText("has not reported since");
        go("health");
        assertThat(page.locator("#job-sessions")).containsText("no report since Mon 2 Mar 11:30:00");
    }

    @Test
    void who_left_is_not_shown_as_if_they_were_listening() {
        Audience.signal(memory, "anna", 1, 3);
        go("listener?id=anna");
        assertThat(page.locator("#signal")).hasText("Right now");
        assertThat(page.locator(".signal")).isVisible();

        memory.take(Audience.signal("ben", 3600, 3), Audience.NOW);

        assertThat(page.locator("#signal")).hasText("Left at Mon 2 Mar 11:29 not listening now", patiently());
        assertThat(page.locator(".stale"))
                .hasText("No signal from this listener for 59 min 59 s, by the clock of the audience: longer than the"
                        + " session gap of 15 min. They may also be playing one long track. The"
                        + " signal was written Mon 2 Mar 11:29:01.");
        assertThat(page.locator(".signal")).isHidden();
        page.locator("summary").first().click();
        assertThat(page.locator(".signal")).containsText("3 songs from Evening Calm");
    }

    @Test
    void where_no_signal_comes_of_anyone_nobody_is_said_to_be_there() {
        Audience.signal(memory, "anna", 1, 3);
        now = Audience.NOW + HOUR;

        go("listener?id=anna");

        assertThat(page.locator("#signal")).hasText("As of Mon 2 Mar 11:29 old");
        assertThat(page.locator(".stale"))
                .containsText("No signal from any listener has arrived for longer than 15 min,");
    }

    @Test
    void that_there_was_no_incident_is_not_unsaid_when_a_topic_lags() {
        reading(Topic.State.LIVE, 0);
        go("alerts");
        assertThat(page.locator(".empty")).containsText("There has been no incident");

        reading(Topic.State.BEHIND, 5_000);
        assertThat(page.locator("#connection")).hasText("Catching up: 30,000 records", patiently());
        assertThat(page.locator(".empty")).containsText("There has been no incident");
        assertThat(page.locator(".fresh"))
                .containsText("The page is catching up with incidents: 5,000 records to read.");

        memory.reading(
                List.of(
                        new Topic("listening.sessions", "sessions", Topic.State.CATCHING_UP, 9, 0),
                        new Topic("listening.alerts", "incidents", Topic.State.LIVE, 0, 0)),
                "Kafka at localhost:9092 does not answer.");
        assertThat(page.locator("#connection")).hasText("Kafka does not answer; trying again", patiently());
        assertThat(page.locator(".empty")).containsText("There has been no incident");
    }

    @Test
    void what_was_known_stays_until_a_server_that_was_started_again_has_read_as_much() throws CannotServe {
        Audience.incidents(memory);
        reading(Topic.State.LIVE, 0);
        go("alerts");
        assertThat(page.locator(".incident")).hasCount(3);
        int port = URI.create(served.url()).getPort();

        isCut = true;
        served.close();
        assertThat(page.locator("#connection")).containsText("No connection since", containing());
        Memory anew = new Memory(Bounds.USUAL);
        reading(anew, Topic.State.UNKNOWN, 0);
        open(anew, port);
        assertThat(page.locator("#connection")).hasText("Checking the topics", patiently());
        assertThat(page.locator(".incident")).hasCount(3);

        reading(anew, Topic.State.CATCHING_UP, 2);
        assertThat(page.locator("#connection"))
                .hasText("Catching up: 12 records; still showing the previous data", patiently());
        assertThat(page.locator(".incident")).hasCount(3);

        anew.take(Audience.incident("new", Incident.Status.OPEN, Subject.ALL, 6, 0));
        reading(anew, Topic.State.LIVE, 0);
        assertThat(page.locator("#connection")).hasText("Live", patiently());
        assertThat(page.locator(".incident")).hasCount(1);
    }

    @Test
    void a_page_that_is_there_before_kafka_says_calmly_that_it_waits() {
        memory.reading(
                List.of(new Topic("listening.sessions", "sessions", Topic.State.UNKNOWN, 0, 0)),
                null,
                "Waiting for Kafka at localhost:9092 to answer.");

        for (String view : List.of("now", "playlists", "insights", "alerts", "listener?id=anna", "health")) {
            go(view);
            assertThat(page.locator(".empty")).hasText("No data yet.Waiting for Kafka at localhost:9092 to answer.");
        }
        assertThat(page.locator("#connection")).hasText("Starting: waiting for Kafka");
        assertThat(page.locator("#connection")).hasAttribute("data-state", "reading");
        assertThat(page.locator(".bad")).hasCount(0);
    }

    @Test
    void from_an_incident_one_comes_to_the_time_that_it_is_in() {
        Audience.rows(memory);
        memory.take(Audience.incident(
                "old",
                Incident.Status.CLOSED,
                EmittedRow.playlist("Discover Weekly"),
                LocalDateTime.parse("2026-02-02T04:00"),
                Audience.NOW - 28 * 24 * HOUR,
                5));
        go("alerts");

        seeTheKpi();

        assertThat(page.locator(".marked"))
                .containsText(
                        "This is the time around the incident, which lasted from Mon 2 Feb 04:00 to Mon 2 Feb 09:00");
        assertThat(page.locator(".key.incident-time")).hasText("the incident");
        page.locator(".chart").focus();
        page.keyboard().press("Home");
        assertThat(page.locator(".reading")).containsText("Thu 29 Jan 19:00: ");
        assertThat(isShaded()).isTrue();

        page.getByText("Show the newest time instead").click();
        assertThat(page.locator(".marked")).hasCount(0);
        page.locator(".chart").focus();
        page.keyboard().press("End");
        assertThat(page.locator(".reading")).containsText("Mon 2 Mar 10:00: ", containing());
        assertThat(isShaded()).isFalse();
    }

    @Test
    void of_an_incident_whose_rows_are_purged_that_is_said() throws CannotServe {
        served.close();
        Memory small = new Memory(new Bounds(10, 60, 10, 10));
        for (int hour = 0; hour < 100; hour++) {
            small.take(EmittedRow.anHour(
                            EmittedRow.playlist("Discover Weekly"),
                            new Place("AU", null),
                            LocalDateTime.parse("2026-02-26T05:00").plusHours(hour),
                            null)
                    .row());
        }
        small.take(Audience.incident(
                "old",
                Incident.Status.CLOSED,
                EmittedRow.playlist("Discover Weekly"),
                LocalDateTime.parse("2026-02-02T04:00"),
                Audience.NOW - 28 * 24 * HOUR,
                5));
        open(small, 0);
        go("alerts");

        seeTheKpi();

        assertThat(page.locator(".marked.gone"))
                .containsText(
                        "The incident's time, Mon 2 Feb 04:00 to Mon 2 Feb 09:00, local time, is not in memory: KPI"
                                + " rows from before Sat 28 Feb 00:00 were evicted to make room.");
        page.getByText("Show the newest time instead").click();
        assertThat(page.locator("#over-time")).containsText("Discover Weekly, Australia", containing());
    }

    @Test
    void signals_say_within_a_second_only_where_their_job_reports() {
        Audience.signal(memory, "anna", 1, 3);
        memory.take(aSessionOf("anna").from("09:00").play("a", 60).revision(1, Change.Status.EARLY, true));
        go("now");

        assertThat(page.locator("#main")).not().containsText("within a second");
        assertThat(page.locator(".fresh li").last())
                .hasText("Signals as of Mon 2 Mar 11:29:01; the signals job does not report, so it may be behind");
    }

    private void seeTheKpi() {
        page.getByText("See the KPI").click();
        shown("playlists");
    }

    /** Whether the chart contains the faint red that only the shade has. */
    private boolean isShaded() {
        return (Boolean)
                page.evaluate(
                        """
                () => {
                  const canvas = document.querySelector('.chart canvas');
                  const copy = new OffscreenCanvas(canvas.width, canvas.height)
                      .getContext('2d', { willReadFrequently: true });
                  copy.drawImage(canvas, 0, 0);
                  const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
                  let faint = 0;
                  for (let i = 0; i < data.length; i += 4) {
                    faint += data[i + 3] > 8 && data[i + 3] < 48 && data[i] > data[i + 2] + 60 ? 1 : 0;
                  }
                  return faint > 200;
                }
                """);
    }

    private void open(Memory from, int port) throws CannotServe {
        served = dev.segue.adapters.web.server.Page.serve(
                from, PageSettings.onThisMachine(port), () -> Instant.ofEpochMilli(now));
    }

    private void report(String job, int checkpoint, long clock, long lag) {
        Ledger ledger = new Ledger(checkpoint, checkpoint, 0, 0, Map.of());
        memory.take(new Health(job, "reading", 0, 1, checkpoint, ledger, clock, clock, lag), Audience.NOW);
    }

    private void reading(Topic.State state, long behind) {
        reading(memory, state, behind);
    }

    private static void reading(Memory memory, Topic.State state, long behind) {
        memory.reading(
                List.of(
                        new Topic("listening.sessions", "sessions", state, behind, 0),
                        new Topic("listening.plays", "plays", state, behind, 0),
                        new Topic("listening.kpis", "KPIs", state, behind, 0),
                        new Topic("listening.alerts", "incidents", state, behind, 0),
                        new Topic("listening.signals", "signals", state, behind, 0),
                        new Topic("listening.health", "health", state, behind, 0)),
                null);
    }
}
