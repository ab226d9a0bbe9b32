package dev.segue.replay;

import static dev.segue.domain.fixture.Times.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.segue.adapters.files.history.Plays;
import dev.segue.adapters.files.input.Found;
import dev.segue.adapters.files.input.Search;
import dev.segue.adapters.files.source.LateLines;
import dev.segue.adapters.files.source.LateLines.LateLine;
import dev.segue.adapters.files.source.Progress;
import dev.segue.domain.fixture.Histories;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.reference.BatchReference;
import dev.segue.domain.session.Change.Revision;
import dev.segue.domain.session.Session;
import dev.segue.domain.session.SessionRules;
import dev.segue.replay.report.CurrentSessions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Generated histories, forty in one log and out of order, replayed as a stream. */
class StreamHistoriesTest {

    private static final int SEEDS = 40;
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final long READ_AT = at("2027-01-01T00:00:00Z");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {0, 10 * MINUTE, HOUR, 24 * HOUR})
    void current_sessions_are_what_the_accepted_events_give_and_every_other_line_is_reported(long allowedLatenessMs)
            throws Exception {
        SessionRules rules = withAllowedLateness(allowedLatenessMs);
        List<PlaybackEvent> arriving = delayed(histories(rules), allowedLatenessMs);
        List<Path> files = inThreeFiles(arriving);
        List<PlaybackEvent> accepted = new ArrayList<>();
        List<LateLine> late = new ArrayList<>();
        long clock = Long.MIN_VALUE;
        for (int i = 0; i < arriving.size(); i++) {
            long occurredAt = arriving.get(i).occurredAt();
            clock = Math.max(clock, occurredAt);
            if (clock - occurredAt > allowedLatenessMs) {
                int third = i * 3 / arriving.size();
                late.add(new LateLine(
                        files.get(third).toString(), i - firstOf(third, arriving) + 1, occurredAt, clock - occurredAt));
            } else {
                accepted.add(arriving.get(i));
            }
        }

        Replayed replayed = replay(files, Order.OF_ARRIVAL, rules);

        assertThat(replayed.sessions).containsExactlyInAnyOrderElementsOf(BatchReference.sessionsOf(accepted, rules));
        assertThat(late).hasSizeGreaterThan(50);
        assertThat(replayed.late.count()).isEqualTo(late.size());
        assertThat(replayed.late.first()).isEqualTo(late.subList(0, LateLines.SHOWN));
    }

    @Test
    void with_allowed_lateness_beyond_everything_a_stream_in_any_order_gives_what_a_batch_gives() throws Exception {
        SessionRules rules = withAllowedLateness(3650 * 24 * HOUR);
        List<PlaybackEvent> events = histories(rules);
        List<Path> files = inThreeFiles(Histories.shuffled(events, 7));

        Replayed stream = replay(files, Order.OF_ARRIVAL, rules);
        Replayed batch = replay(files, Order.MEANINGLESS, rules);

        assertThat(stream.late.count()).isZero();
        assertThat(stream.sessions).isEqualTo(batch.sessions);
        assertThat(stream.sessions).containsExactlyInAnyOrderElementsOf(BatchReference.sessionsOf(events, rules));
    }

    private record Replayed(List<Session> sessions, LateLines late) {}

    private static Replayed replay(List<Path> files, Order order, SessionRules rules) throws Exception {
        Found found = Search.in(files);
        Progress progress =
                order == Order.OF_ARRIVAL ? Progress.whenStreamed(found.size()) : Progress.whenSorted(found.size());
        LateLines late = new LateLines(rules);
        CurrentSessions current = Replay.of(found, order, rules, false, Plays.NONE, READ_AT, progress, late, null);
        assertThat(progress.share())
                .as("all but writing is done")
                .isCloseTo(order == Order.OF_ARRIVAL ? 0.9 : 0.95, within(1e-9));
        assertThat(current.contradictions(progress.rowsRead(), late.count())).isEmpty();
        return new Replayed(current.sessions().stream().map(Revision::session).toList(), late);
    }

    /** Histories of unrelated listeners who began at about the same time, one history after the other. */
    private static List<PlaybackEvent> histories(SessionRules rules) {
        List<PlaybackEvent> all = new ArrayList<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            List<PlaybackEvent> history = Histories.of(seed, rules);
            long earliest =
                    history.stream().mapToLong(PlaybackEvent::occurredAt).min().orElseThrow();
            long shift = at("09:00") + seed * 7 * MINUTE - earliest;
            for (PlaybackEvent event : history) {
                PlaybackEvent moved = event.correctedBy(shift);
                all.add(EventsAsLines.recordable(
                        withClockCorrection(moved, event.clockCorrection()), event.listener() + "-" + seed));
            }
        }
        return all;
    }

    private static PlaybackEvent withClockCorrection(PlaybackEvent event, long clockCorrection) {
        return new PlaybackEvent(
                event.listener(),
                event.eventId(),
                event.device(),
                event.occurredAt(),
                event.sentAt(),
                event.receivedAt(),
                clockCorrection,
                event.country(),
                event.timeZone(),
                event.offline(),
                event.detail(),
                event.track());
    }

    /** In the order of arrival: most events are hardly delayed, some by up to 1.5 times the allowed lateness. */
    private static List<PlaybackEvent> delayed(List<PlaybackEvent> events, long allowedLatenessMs) {
        Random random = new Random(allowedLatenessMs);
        Map<Integer, Double> arrival = new HashMap<>();
        for (int i = 0; i < events.size(); i++) {
            double delay = random.nextDouble() * random.nextDouble() * 1.5 * (allowedLatenessMs + MINUTE);
            arrival.put(i, events.get(i).occurredAt() + delay);
        }
        return arrival.keySet().stream()
                .sorted(Comparator.comparing(arrival::get))
                .map(events::get)
                .toList();
    }

    private List<Path> inThreeFiles(List<PlaybackEvent> events) throws Exception {
        List<Path> files = new ArrayList<>();
        for (int third = 0; third < 3; third++) {
            // File names sort differently from the arguments, whose order counts.
            Path file = folder.resolve((9 - third) + ".jsonl");
            files.add(EventsAsLines.write(file, events.subList(firstOf(third, events), firstOf(third + 1, events))));
        }
        return files;
    }

    /** The index of the first event in that third. */
    private static int firstOf(int third, List<PlaybackEvent> events) {
        return (third * events.size() + 2) / 3;
    }

    private static SessionRules withAllowedLateness(long allowedLatenessMs) {
        SessionRules small = Histories.SMALL_RULES;
        return new SessionRules(
                small.gapMs(),
                small.capMs(),
                small.maxPlayMs(),
                allowedLatenessMs,
                small.earlyFiringIntervalMs(),
                small.correctionsMs(),
                small.listening());
    }
}
