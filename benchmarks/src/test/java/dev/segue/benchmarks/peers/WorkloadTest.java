package dev.segue.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.benchmarks.pipeline.SideRun;
import dev.segue.domain.playback.PlaybackEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorkloadTest {

    private static final int EVENTS = 40_000;

    @ParameterizedTest
    @EnumSource
    void no_event_is_later_than_allowed(Workload workload) {
        assertThat(latest(workload)).isLessThan(workload.lateness());
    }

    @Test
    void events_are_as_late_as_their_workload_says() {
        assertThat(latest(Workload.IN_ORDER)).isZero();
        assertThat(latest(Workload.LATE)).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(10));
        assertThat(latest(Workload.OFFLINE)).isGreaterThan(Duration.ofHours(5));
    }

    @Test
    void a_long_session_has_two_thousand_plays_and_no_session_is_cut() {
        Map<Key, Totals> sessions = sessions(Workload.LONG_SESSIONS);

        assertThat(sessions.values()).extracting(Totals::plays).contains(2_000L).allMatch(plays -> plays <= 2_000);
    }

    @Test
    void a_short_session_has_twenty_plays() {
        Map<Key, Totals> sessions = sessions(Workload.SHORT_SESSIONS);

        assertThat(sessions.values()).extracting(Totals::plays).contains(20L).allMatch(plays -> plays <= 20);
    }

    @Test
    void a_hot_listener_sends_nearly_half_of_all_events() {
        assertThat(events(Workload.HOT).stream()
                        .filter(event -> event.listener().equals("u1000000"))
                        .count())
                .isBetween(EVENTS * 35 / 100L, EVENTS / 2L);
    }

    @Test
    void a_mix_is_longer_than_the_gap() {
        assertThat(sessions(Workload.MIXES).values())
                .filteredOn(session -> session.plays() == 1)
                .extracting(Totals::listenedMs)
                .anyMatch(listened -> listened > SideRun.rules(SideRun.LATENESS).gapMs());
    }

    @Test
    void the_sessions_of_the_reference_are_those_that_were_held() {
        var log = Workload.LATE.log(EVENTS);
        Recorded recorded = new Recorded(log);
        for (int i = 0; i < EVENTS; i++) {
            recorded.next();
        }

        // A session may have begun whose first event is still on its way.
        assertThat((long) recorded.sessions(SideRun.rules(SideRun.LATENESS)).size())
                .isBetween(log.sessions() * 98 / 100, log.sessions() * 102 / 100);
    }

    private static List<PlaybackEvent> events(Workload workload) {
        var log = workload.log(EVENTS);
        List<PlaybackEvent> events = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            events.add(log.next());
        }
        return events;
    }

    private static Map<Key, Totals> sessions(Workload workload) {
        Recorded recorded = new Recorded(events(workload).iterator());
        while (recorded.hasNext()) {
            recorded.next();
        }
        return new HashMap<>(recorded.sessions(SideRun.rules(workload.lateness())));
    }

    /** How far the latest event is behind the newest one before it. */
    private static Duration latest(Workload workload) {
        long newest = Long.MIN_VALUE;
        long latest = 0;
        for (PlaybackEvent event : events(workload)) {
            newest = Math.max(newest, event.occurredAt());
            latest = Math.max(latest, newest - event.occurredAt());
        }
        return Duration.ofMillis(latest);
    }
}
