package dev.segue.adapters.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.segue.adapters.web.fixture.EmittedSession.aSessionOf;

import dev.segue.adapters.web.server.CannotServe;
import dev.segue.adapters.web.store.Topic;
import dev.segue.domain.session.Change;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page without its server, its network, Kafka or the topics: it shows what is missing, and recovers. */
class ConnectionTest extends InBrowser {

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
        for (String view : List.of("now", "playlists", "insights", "alerts", "listener?id=nobody", "health")) {
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
}
