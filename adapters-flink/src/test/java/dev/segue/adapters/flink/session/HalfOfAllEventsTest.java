package dev.segue.adapters.flink.session;

import static dev.segue.domain.fixture.Events.aPlay;
import static dev.segue.domain.fixture.Events.aSearch;
import static dev.segue.domain.fixture.Times.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.flink.backend.Backends;
import dev.segue.domain.accounting.Ledger;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.reference.BatchReference;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.Change.Revision;
import dev.segue.domain.session.Change.Superseded;
import dev.segue.domain.session.Session;
import dev.segue.domain.session.SessionId;
import dev.segue.domain.session.SessionRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.StateBackend;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One listener, or a bot, sends as many events as all others together, for five days without a break. */
class HalfOfAllEventsTest {

    private static final SessionRules RULES = SessionRules.DEFAULT;
    private static final long SECOND = 1_000;
    private static final long HOUR = 3_600 * SECOND;
    private static final int DAYS = 5;

    private static final long BETWEEN_EVENTS = 40 * SECOND;
    private static final int EVENTS = (int) (DAYS * 24 * HOUR / BETWEEN_EVENTS);
    private static final long BETWEEN_CHECKPOINTS = 2 * HOUR;

    private static final int OTHERS = 200;
    private static final long BEGIN = at("00:00");
    private static final String BOT = "bot";

    static List<StateBackend> backends() {
        return Backends.all();
    }

    /** An event, and when it arrives. */
    private record Arrival(PlaybackEvent event, long at) {}

    @ParameterizedTest
    @MethodSource("backends")
    void everything_is_accounted_for_and_all_sessions_are_those_of_the_reference(StateBackend backend)
            throws Exception {
        List<Arrival> arrivals = arrivals();
        List<Change> changes = new ArrayList<>();
        Set<PlaybackEvent> late = new HashSet<>();
        List<Long> checkpoints = new ArrayList<>();
        SessionHarness operator = SessionHarness.fresh(RULES, backend);
        long clock = BEGIN;
        Ledger ledger;
        try {
            for (Arrival arrival : arrivals) {
                if (arrival.at() / BETWEEN_CHECKPOINTS > clock / BETWEEN_CHECKPOINTS) {
                    operator.clockReaches(arrival.at());
                    OperatorSubtaskState state = operator.checkpoint(checkpoints.size() + 1);
                    checkpoints.add(state.getStateSize());
                    if (checkpoints.size() % 20 == 0) {
                        changes.addAll(operator.emitted());
                        late.addAll(operator.late());
                        operator.close();
                        operator = SessionHarness.restored(RULES, backend, state, 1, 1, 0);
                    }
                }
                clock = arrival.at();
                operator.receives(arrival.event());
            }
            operator.clockReaches(clock + 30 * 24 * HOUR);
            operator.checkpoint(checkpoints.size() + 1);
            ledger = operator.ledger();
            changes.addAll(operator.emitted());
            late.addAll(operator.late());
            assertThat(operator.remains()).as("left in state").isZero();
        } finally {
            operator.close();
        }

        List<PlaybackEvent> accepted = arrivals.stream()
                .map(Arrival::event)
                .filter(event -> !late.contains(event))
                .toList();
        assertThat(ledger)
                .as("accounting, without what intake counts: %s were read", arrivals.size())
                .isEqualTo(new Ledger(
                        0,
                        Set.copyOf(accepted).size(),
                        accepted.size() - Set.copyOf(accepted).size(),
                        arrivals.size() - accepted.size(),
                        Map.of()));
        assertThat(ledger.late()).isPositive();
        assertThat(ledger.duplicate()).isPositive();
        assertThat(current(changes)).isEqualTo(byListenerAndStart(BatchReference.sessionsOf(accepted, RULES)));
        long firstDays = largest(checkpoints.subList(0, 12 * 4));
        assertThat(largest(checkpoints))
                .as("bytes of the largest checkpoint, where that of four days is %s", firstDays)
                .isLessThan(firstDays + firstDays / 10);
        System.out.println(backend.getClass().getSimpleName() + ": at most " + largest(checkpoints)
                + " bytes of state for a bot of " + EVENTS / DAYS + " events a day, and as many of " + OTHERS
                + " others");
    }

    private static long largest(List<Long> sizes) {
        return sizes.stream().mapToLong(Long::longValue).max().orElseThrow();
    }

    /** In each pair one is the bot's; one in 20 arrives twice, one in 100 too late, and the others up to an hour later. */
    private static List<Arrival> arrivals() {
        Random random = new Random(1);
        List<Arrival> arrivals = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            long time = BEGIN + i * BETWEEN_EVENTS;
            add(
                    i % 3 == 0
                            ? aSearch().by(BOT).at(time).withId("b" + i).build()
                            : aPlay().by(BOT)
                                    .of("track" + i)
                                    .lasting(15 * SECOND)
                                    .fromPlaylist("p" + i / 100)
                                    .at(time)
                                    .withId("b" + i)
                                    .build(),
                    random,
                    arrivals);
            add(
                    aPlay().by("other" + random.nextInt(OTHERS))
                            .lasting(180 * SECOND)
                            .at(time)
                            .withId("o" + i)
                            .build(),
                    random,
                    arrivals);
        }
        arrivals.sort(Comparator.comparingLong(Arrival::at));
        return arrivals;
    }

    private static void add(PlaybackEvent event, Random random, List<Arrival> to) {
        long delay =
                random.nextInt(100) == 0 ? RULES.allowedLatenessMs() + 3 * HOUR : (long) (random.nextDouble() * HOUR);
        to.add(new Arrival(event, event.occurredAt() + delay));
        if (random.nextInt(20) == 0) {
            to.add(new Arrival(event, event.occurredAt() + delay + SECOND));
        }
    }

    private static List<Session> current(List<Change> changes) {
        Map<SessionId, Session> current = new HashMap<>();
        for (Change change : changes) {
            if (change instanceof Revision revision) {
                current.put(revision.session().id(), revision.session());
            } else if (change instanceof Superseded superseded) {
                current.remove(superseded.sessionId());
            }
        }
        return byListenerAndStart(new ArrayList<>(current.values()));
    }

    private static List<Session> byListenerAndStart(List<Session> sessions) {
        return sessions.stream()
                .sorted(Comparator.comparing(Session::listener).thenComparing(Session::startedAt))
                .toList();
    }
}
