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
import dev.segue.domain.listening.Play;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.reference.BatchReference;
import dev.segue.domain.session.Change.PlaysGone;
import dev.segue.domain.session.Change.PlaysOfSession;
import dev.segue.domain.session.Change.Revision;
import dev.segue.domain.session.ListenerMemory.StoredTotals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
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
    private final Map<SessionId, SortedMap<Integer, List<Play>>> chunks = new HashMap<>();
    private SessionRules rules = RULES;
    private SessionsInMemory stream = new SessionsInMemory(RULES);
    private int withTotals;

    @Test
    void hours_of_listening_on_several_devices_with_pauses_searches_and_events_that_come_late() {
        for (int seed = 0; seed < 60; seed++) {
            accepted.clear();
            chunks.clear();
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
    void a_play_that_was_resumed_after_a_break_does_not_keep_totals_from_being_stored() {
        receives(aPlay().at("08:58")
                .lasting("25:00")
                .sounding("2:00")
                .on("laptop")
                .withId("broken"));
        receives(aPause().at("08:59").on("laptop"));
        for (int i = 0; i < 40; i++) {
            receives(aPlay().at(Times.at("09:00") + i * MINUTE).lasting(MINUTE).withId("song " + i));
        }
        revisionsAreThoseOfTheReferenceAt(Times.at("09:45"), "before");
        assertThat(stream.keptOf("anna").memory.totals().until()).isEqualTo(Times.at("09:35"));

        receives(aPlay().at("09:40").lasting("1:00").withId("last"));

        assertThat(revisionsAreThoseOfTheReferenceAt(Clocks.ENDED, "after")).isEqualTo(1);
    }

    @Test
    void a_session_without_a_chunk_and_a_half_has_no_totals() {
        for (int i = 0; i < 5; i++) {
            receives(aPlay().at(Times.at("09:00") + i * MINUTE).lasting(MINUTE).withId("song " + i));
        }
        stream.advance(Clocks.at(Times.at("09:15")));

        assertThat(stream.keptOf("anna").memory.totals()).isEqualTo(StoredTotals.NONE);
    }

    @Test
    void totals_of_other_rules_are_of_no_use() {
        for (int i = 0; i < 10; i++) {
            receives(aPlay().at(Times.at("09:00") + i * MINUTE)
                    .lasting(40 * SECOND)
                    .withId("song " + i));
        }
        revisionsAreThoseOfTheReferenceAt(Times.at("09:20"), "before");

        rules = countingFrom(MINUTE);
        stream = stream.restoredUnder(rules);
        receives(aPlay().at("09:12").lasting("3:00").withId("long"));

        assertThat(revisionsAreThoseOfTheReferenceAt(Clocks.ENDED, "after")).isEqualTo(1);
    }

    @Test
    void sound_that_comes_long_after_its_play_began_is_followed() {
        receives(aPlay().at("09:00").lasting("1:00").withId("0"));
        receives(aPlay().at("09:01").lasting("1:30").withId("1"));
        receives(aPlay().at("09:02")
                .lasting("4:00")
                .sounding("1:00")
                .on("speaker")
                .withId("2"));
        receives(aPlay().at("09:03")
                .lasting("9:00")
                .sounding("2:00")
                .on("laptop")
                .withId("3"));
        receives(aPlay().at("09:11").lasting("2:00").withId("4"));
        receives(aPlay().at("09:13").lasting("1:00").withId("5"));
        revisionsAreThoseOfTheReferenceAt(Times.at("09:20"), "before");
        assertThat(stream.keptOf("anna").memory.totals().until()).isEqualTo(Times.at("09:11"));

        receives(aPlay().at("09:14").lasting("1:00").withId("6"));

        assertThat(revisionsAreThoseOfTheReferenceAt(Clocks.ENDED, "after")).isEqualTo(1);
    }

    @Test
    void a_play_that_came_into_the_totals_and_left_the_session_leaves_its_chunks_as_they_were() {
        for (int i = 0; i < 10; i++) {
            receives(aPlay().at(Times.at("09:00") + i * MINUTE).lasting(MINUTE).withId("song " + i));
        }
        revisionsAreThoseOfTheReferenceAt(Times.at("09:20"), "before");
        receives(aPlay().at("09:02:30")
                .lasting("49:30")
                .sounding("30:00")
                .on("laptop")
                .withId("broken"));
        assertThat(revisionsAreThoseOfTheReferenceAt(Times.at("10:00"), "with it"))
                .isEqualTo(1);

        receives(aPause().at("09:20").on("laptop"));

        assertThat(revisionsAreThoseOfTheReferenceAt(Clocks.ENDED, "without it"))
                .isEqualTo(2);
    }

    @Test
    void totals_go_with_their_session() {
        for (int i = 0; i < 10; i++) {
            receives(aPlay().at(Times.at("09:00") + i * MINUTE).lasting(MINUTE).withId("song " + i));
        }
        revisionsAreThoseOfTheReferenceAt(Times.at("09:20"), "long");
        long nextDay = Times.at("09:00") + 24 * 60 * MINUTE;
        receives(aPlay().at(nextDay).lasting(MINUTE).withId("next day"));
        stream.advance(Clocks.at(nextDay + 2 * 60 * MINUTE));

        assertThat(stream.keptOf("anna").memory.current()).hasSize(1);
        assertThat(stream.keptOf("anna").totals.isEmpty()).isTrue();
    }

    private void receives(EventBuilder<?> event) {
        receives(event.by("anna").build());
    }

    private void receives(PlaybackEvent event) {
        assertThat(stream.accept(event, Clocks.at(Clocks.NOT_STARTED))).isEqualTo(Outcome.ACCEPTED);
        accepted.add(event);
    }

    /** Returns how many there are. The chunks of each hold as many plays as it says, in order, none twice. */
    private int revisionsAreThoseOfTheReferenceAt(long clock, String as) {
        List<Session> expected = null;
        List<Session> revised = new ArrayList<>();
        withTotals += stream.keptOf("anna").memory.totals().equals(StoredTotals.NONE) ? 0 : 1;
        for (Change change : stream.advance(Clocks.at(clock))) {
            if (change instanceof Revision revision) {
                expected = expected == null ? BatchReference.sessionsOf(accepted, rules) : expected;
                assertThat(expected).as(as).contains(revision.session());
                revised.add(revision.session());
            } else if (change instanceof PlaysOfSession some) {
                chunks.computeIfAbsent(some.sessionId(), id -> new TreeMap<>()).put(some.chunk(), some.plays());
            } else if (change instanceof PlaysGone gone) {
                chunks.get(gone.sessionId()).remove(gone.chunk());
            }
        }
        for (Session session : revised) {
            assertThat(chunks.getOrDefault(session.id(), new TreeMap<>()).values().stream()
                            .flatMap(List::stream))
                    .as("%s: plays of %s", as, session)
                    .hasSize(session.plays())
                    .isSortedAccordingTo(Comparator.comparingLong(Play::startedAt))
                    .extracting(Play::eventId)
                    .doesNotHaveDuplicates();
        }
        return revised.size();
    }

    private static SessionRules countingFrom(long playedMs) {
        ListeningRules usual = ListeningRules.DEFAULT;
        return new SessionRules(
                RULES.gapMs(),
                RULES.capMs(),
                RULES.maxPlayMs(),
                RULES.allowedLatenessMs(),
                RULES.earlyFiringIntervalMs(),
                RULES.correctionsMs(),
                new ListeningRules(
                        usual.quickSkipMs(),
                        usual.earlySkipMs(),
                        playedMs,
                        usual.interruptionMs(),
                        usual.moodHalfLifeMs()),
                RULES.limits());
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
