package dev.segue.domain.session;

import static dev.segue.domain.fixture.Events.aPause;
import static dev.segue.domain.fixture.Events.aPlay;
import static dev.segue.domain.fixture.Events.aResume;
import static dev.segue.domain.fixture.Events.aSearch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.clock.Clocks;
import dev.segue.domain.fixture.EventBuilder;
import dev.segue.domain.fixture.Times;
import dev.segue.domain.listening.ListeningRules;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.reference.BatchReference;
import dev.segue.domain.session.Change.Revision;
import dev.segue.domain.session.ListenerMemory.StoredTotals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Each revision of a session of which only the last plays are walked says what the reference says at that moment. */
class LongSessionsTest {

    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final List<String> DEVICES = List.of("phone", "phone", "phone", "laptop", "speaker");
    private static final List<String> PLAYLISTS = List.of("weekly", "weekly", "radar", "focus");

    /** With four plays in a chunk. */
    private static final SessionRules RULES = new SessionRules(
            15 * MINUTE,
            24 * 60 * MINUTE,
            40 * MINUTE,
            24 * 60 * MINUTE,
            10 * MINUTE,
            SECOND,
            ListeningRules.DEFAULT,
            new ListenerLimits(100_000, 1_000, 200, 4));

    private final List<PlaybackEvent> accepted = new ArrayList<>();
    private SessionsInMemory stream = new SessionsInMemory(RULES);
    private int withTotals;

    @Test
    void hours_of_listening_on_several_devices_with_pauses_searches_and_events_that_come_late() {
        for (int seed = 0; seed < 60; seed++) {
            accepted.clear();
            stream = new SessionsInMemory(RULES);
            long clock = Clocks.NOT_STARTED;
            for (PlaybackEvent event : asItArrives(seed)) {
                receives(event);
                clock = Math.max(clock, event.occurredAt());
                revisionsAreThoseOfTheReferenceAt(clock, "seed " + seed);
            }
            revisionsAreThoseOfTheReferenceAt(Clocks.ENDED, "seed " + seed);
            assertThat(stream.isEmpty()).isTrue();
        }
        assertThat(withTotals).isGreaterThan(1_000);
    }

    @Test
    void a_play_that_is_cut_comes_where_it_began_though_it_proves_presence_only_later() {
        for (int i = 0; i < 10; i++) {
            receives(aPlay().at(Times.at("09:00") + i * MINUTE).lasting(MINUTE).withId("song " + i));
        }
        revisionsAreThoseOfTheReferenceAt(Times.at("09:20"), "before");
        assertThat(stream.keptOf("anna").memory.totals().until()).isEqualTo(Times.at("09:08"));

        receives(aPlay().at("09:07:30").lasting("41:00").on("laptop"));

        revisionsAreThoseOfTheReferenceAt(Clocks.ENDED, "after");
    }

    @Test
    void a_session_without_a_chunk_and_a_half_has_no_totals() {
        for (int i = 0; i < 5; i++) {
            receives(aPlay().at(Times.at("09:00") + i * MINUTE).lasting(MINUTE).withId("song " + i));
        }
        stream.advance(Clocks.at(Times.at("09:15")));

        assertThat(stream.keptOf("anna").memory.totals()).isEqualTo(StoredTotals.NONE);
    }

    private void receives(EventBuilder<?> event) {
        receives(event.by("anna").build());
    }

    private void receives(PlaybackEvent event) {
        assertThat(stream.accept(event, Clocks.at(Clocks.NOT_STARTED))).isEqualTo(Outcome.ACCEPTED);
        accepted.add(event);
    }

    private void revisionsAreThoseOfTheReferenceAt(long clock, String as) {
        List<Session> expected = null;
        withTotals += stream.keptOf("anna").memory.totals().equals(StoredTotals.NONE) ? 0 : 1;
        for (Change change : stream.advance(Clocks.at(clock))) {
            if (change instanceof Revision revision) {
                expected = expected == null ? BatchReference.sessionsOf(accepted, RULES) : expected;
                assertThat(expected).as(as).contains(revision.session());
            }
        }
    }

    /** Some three hours, of which a tenth of the events come up to half an hour late, and some of the plays are hours long. */
    private static List<PlaybackEvent> asItArrives(int seed) {
        Random random = new Random(seed);
        record Arriving(long at, PlaybackEvent event) {}
        List<Arriving> arriving = new ArrayList<>();
        long time = Times.at("09:00");
        for (int i = 0; i < 120; i++) {
            String device = DEVICES.get(random.nextInt(DEVICES.size()));
            long length =
                    random.nextInt(20) == 0 ? random.nextInt((int) (50 * MINUTE)) : random.nextInt((int) (4 * MINUTE));
            EventBuilder<?> event =
                    switch (random.nextInt(12)) {
                        case 0 -> aPause().at(time + random.nextInt((int) MINUTE));
                        case 1 -> aResume().at(time + random.nextInt((int) MINUTE));
                        case 2 -> aSearch().at(time);
                        case 3 ->
                            aPlay().at(time)
                                    .lasting(length)
                                    .sounding(length / (1 + random.nextInt(3)))
                                    .skipped();
                        default ->
                            aPlay().at(time)
                                    .lasting(length)
                                    .fromPlaylist(PLAYLISTS.get(random.nextInt(PLAYLISTS.size())))
                                    .feeling(random.nextInt(1_000), random.nextInt(1_000));
                    };
            PlaybackEvent built = event.by("anna").on(device).withId("e" + i).build();
            long late =
                    random.nextInt(10) == 0 ? random.nextInt((int) (30 * MINUTE)) : random.nextInt((int) (5 * SECOND));
            arriving.add(new Arriving(built.occurredAt() + late, built));
            time += random.nextInt(40) == 0 ? 30 * MINUTE : random.nextInt((int) (3 * MINUTE));
        }
        arriving.sort(Comparator.comparingLong(Arriving::at));
        return arriving.stream().map(Arriving::event).toList();
    }
}
