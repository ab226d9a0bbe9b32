package dev.segue.app.recount;

import static java.util.stream.Collectors.groupingBy;

import dev.segue.contracts.KpiRow;
import dev.segue.contracts.Run;
import dev.segue.contracts.SessionRevision;
import dev.segue.contracts.SessionTotals;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** Adds up the facts of one row, and says how the emitted row differs. */
final class RecountedRow {

    /** So long, by the clock, a row waits after everything has passed that it waits for. */
    private static final Duration GOES_ON = Duration.ofHours(1);

    private static final Instant ALL_HAS_ENDED = Instant.ofEpochMilli(Long.MAX_VALUE);

    private final boolean ofAll;
    private final List<RecountedFact> facts;
    private final List<RecountedFact> runs;
    /** Those that listeners, sessions, listened time, plays and skips are of. */
    private final List<RecountedFact> counting;

    private final Map<String, SessionRevision> sessions = new HashMap<>();
    private final Terms terms;
    private final List<String> wrong = new ArrayList<>();

    /**
     * What holds for all rows.
     *
     * @param longestSession how long a session can last
     * @param ended ids of sessions that count as ended, although they were left open
     * @param latest how far the clock has come
     */
    record Terms(Duration longestSession, Set<String> ended, Instant latest) {}

    /** A row of all listening, or of one subject. */
    RecountedRow(boolean ofAll, List<RecountedFact> facts, Terms terms) {
        this.ofAll = ofAll;
        this.facts = facts;
        this.terms = terms;
        this.runs = facts.stream().filter(fact -> fact.run() != null).toList();
        this.counting =
                ofAll ? facts.stream().filter(fact -> fact.run() == null).toList() : runs;
        counting.forEach(fact -> sessions.put(fact.session().getSessionId(), fact.session()));
    }

    /** Whether a row shows any listening; one from which everything was taken back shows none. */
    static boolean showsSomething(KpiRow row) {
        return row.getListeners() != 0
                || row.getReturningListeners() != 0
                || row.getSessions() != 0
                || row.getOpenSessions() != 0
                || row.getListenedMs() != 0
                || row.getPlays() != 0
                || row.getCountedPlays() != 0
                || row.getRuns() != 0
                || row.getSongsInRuns() != 0
                || row.getAbandonedRuns() != 0
                || row.getSkips().getQuick() != 0
                || row.getSkips().getEarly() != 0
                || row.getSkips().getLate() != 0
                || !row.getSongsPerRun().getBuckets().isEmpty()
                || !row.getSkippedSongs().getBuckets().isEmpty()
                || !row.getLongestRun().getBuckets().isEmpty();
    }

    /** In words; empty when nothing differs. */
    List<String> differences(KpiRow reported) {
        listeners(reported);
        listening(reported);
        runs(reported);
        where(reported);
        howFar(reported);
        return wrong;
    }

    private void listeners(KpiRow reported) {
        compare(
                "listeners",
                sessions.values().stream()
                        .map(SessionRevision::getUserId)
                        .distinct()
                        .count(),
                reported.getListeners());
        compare(
                "returning listeners",
                sessions.values().stream()
                        .collect(groupingBy(SessionRevision::getUserId, Collectors.counting()))
                        .values()
                        .stream()
                        .filter(count -> count > 1)
                        .count(),
                reported.getReturningListeners());
        compare("sessions", sessions.size(), reported.getSessions());
        compare("open sessions", open(), reported.getOpenSessions());
    }

    private long open() {
        return sessions.values().stream()
                .filter(SessionRevision::getOpen)
                .filter(session -> !terms.ended().contains(session.getSessionId()))
                .count();
    }

    private void listening(KpiRow reported) {
        compare("listened ms", sum(SessionTotals::getListenedMs, Run::getListenedMs), reported.getListenedMs());
        compare("plays", sum(SessionTotals::getPlays, Run::getSongs), reported.getPlays());
        compare("counted plays", sum(SessionTotals::getCountedPlays, Run::getCountedPlays), reported.getCountedPlays());
        compare(
                "quick skips",
                sum(of -> of.getSkips().getQuick(), of -> of.getSkips().getQuick()),
                reported.getSkips().getQuick());
        compare(
                "early skips",
                sum(of -> of.getSkips().getEarly(), of -> of.getSkips().getEarly()),
                reported.getSkips().getEarly());
        compare(
                "late skips",
                sum(of -> of.getSkips().getLate(), of -> of.getSkips().getLate()),
                reported.getSkips().getLate());
    }

    private long sum(ToLongFunction<SessionTotals> ofSession, ToLongFunction<Run> ofRun) {
        return counting.stream()
                .mapToLong(fact -> fact.run() == null
                        ? ofSession.applyAsLong(fact.session().getTotals())
                        : ofRun.applyAsLong(fact.run()))
                .sum();
    }

    private void runs(KpiRow reported) {
        compare("runs", runs.size(), reported.getRuns());
        compare(
                "songs in runs",
                runs.stream().mapToLong(fact -> fact.run().getSongs()).sum(),
                reported.getSongsInRuns());
        compare(
                "abandoned runs",
                runs.stream().filter(fact -> fact.run().getAbandoned()).count(),
                reported.getAbandonedRuns());
        List<Integer> songs = runs.stream().map(fact -> fact.run().getSongs()).toList();
        List<Integer> skipped = runs.stream()
                .flatMap(fact -> fact.run().getSkippedSongs().stream())
                .toList();
        compare("skipped songs", RecountedSpread.of(skipped), RecountedSpread.of(reported.getSkippedSongs()));
        compare("songs per run", RecountedSpread.of(songs), RecountedSpread.of(reported.getSongsPerRun()));
        compare("longest run", RecountedSpread.of(longestRuns()), RecountedSpread.of(reported.getLongestRun()));
    }

    private Collection<Integer> longestRuns() {
        if (ofAll) {
            return sessions.values().stream()
                    .map(session -> session.getTotals().getLongestRun())
                    .filter(songs -> songs > 0)
                    .toList();
        }
        return runs.stream()
                .collect(Collectors.toMap(
                        fact -> fact.session().getSessionId(),
                        fact -> fact.run().getSongs(),
                        Math::max))
                .values();
    }

    private void where(KpiRow reported) {
        compare("the start", startsAt(), reported.getStartsAt());
        compare("the end", endsAt(), reported.getEndsAt());
        compare("the main zone", mainZone(), reported.getMainTimeZone());
    }

    private Instant startsAt() {
        return facts.stream()
                .map(fact -> fact.window().startsAt())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private Instant endsAt() {
        return facts.stream()
                .map(fact -> fact.window().endsAt())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** A session counts once, and so does each run; of a subject's row, a session is one that has a run here. */
    private String mainZone() {
        Map<String, Long> weights = facts.stream().collect(groupingBy(RecountedFact::zone, Collectors.counting()));
        if (!ofAll) {
            facts.stream()
                    .collect(groupingBy(
                            RecountedFact::zone,
                            Collectors.mapping(fact -> fact.session().getSessionId(), Collectors.toSet())))
                    .forEach((zone, ids) -> weights.merge(zone, (long) ids.size(), Long::sum));
        }
        return weights.entrySet().stream()
                .min(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
    }

    private void howFar(KpiRow reported) {
        Instant asOf = Objects.requireNonNullElse(reported.getAsOf(), Instant.MIN);
        compare("over", terms.latest().isAfter(endsAt()), reported.getOver());
        if (reported.getSettled() && !asOf.equals(ALL_HAS_ENDED)) {
            Instant soonest = settlesAfter();
            if (open() > 0) {
                wrong.add("settled, while " + open() + " of its sessions are open");
            } else if (!asOf.isAfter(soonest)) {
                wrong.add("settled at " + asOf + ", not after " + soonest);
            }
        }
    }

    /**
     * The known sessions can change until then, and a session that is not known yet can still come. A revision that was
     * emitted once more, and is the same, is not waited for again.
     */
    private Instant settlesAfter() {
        Instant canChangeUntil = Instant.MIN;
        Duration settling = Duration.ZERO;
        for (RecountedFact fact : facts) {
            SessionRevision session = fact.session();
            Instant settled = session.getSettledAfter();
            Instant asOf = session.getAsOf();
            boolean ended = asOf == null || asOf.equals(ALL_HAS_ENDED);
            canChangeUntil = latest(canChangeUntil, latest(settled.plus(GOES_ON), ended ? settled : asOf));
            Duration toSettle = Duration.between(session.getTotals().getEndedAt(), settled);
            settling = toSettle.compareTo(settling) > 0 ? toSettle : settling;
        }
        RecountedWindow window = facts.get(0).window();
        Instant windowEnds = window.name().contains(" at ") ? endsAt() : latest(endsAt(), window.endsEverywhere());
        Instant seenIn = windowEnds.plus(terms.longestSession()).plus(settling);
        return latest(canChangeUntil, seenIn).plus(GOES_ON);
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private void compare(String what, Object counted, Object reported) {
        if (!counted.equals(reported)) {
            wrong.add(what + " " + counted + ", but the row has " + reported);
        }
    }

    private void compare(String what, long counted, long reported) {
        compare(what, (Object) counted, (Object) reported);
    }
}
