package dev.segue.app.demo;

import dev.segue.contracts.Bucket;
import dev.segue.contracts.Distribution;
import dev.segue.contracts.KpiRow;
import dev.segue.contracts.KpiSubjectKind;
import dev.segue.contracts.PlayContext;
import dev.segue.contracts.Run;
import dev.segue.contracts.SessionRevision;
import dev.segue.contracts.SessionTotals;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * Counts KPI rows anew from the sessions that stand, as one would with SQL over the topic: facts in one flat list, grouped
 * and added up. Every playlist, album and radio must have rows of its own, and every edition. It shares nothing with the
 * job that keeps the rows.
 */
public final class KpiRecount {

    private static final String ALL = "ALL";
    private static final String NO_COUNTRY = "ZZ";
    private static final String NO_ZONE = "Etc/UTC";

    /** {@code kpis.longest-session}, where nobody says anything else. */
    private static final Duration LONGEST_SESSION = Duration.ofHours(30);

    /** Values of one bucket differ by no more than this share of its largest. */
    private static final double WIDTH_OF_A_BUCKET = 1.0 / 16;

    /** What a row is found by: subject, place and slot, as text. */
    private record Key(String subject, String place, String slot) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return subject + ", " + place + ", " + slot;
        }
    }

    /** One local hour, day or week in one zone. */
    private record Slot(String name, long startsAt, long endsAt) {}

    /**
     * Something that counts in a row: a session where it began, or a run where it began.
     *
     * @param run null of a session
     */
    private record Fact(SessionRevision session, Run run, Slot slot) {}

    private final Map<Key, List<Fact>> facts = new TreeMap<>();

    private KpiRecount() {}

    /**
     * How rows differ from what the sessions give, one sentence for each row that does; empty when none does.
     *
     * @param standing the last revision of every session that stands
     * @param rows the last of every key
     */
    public static List<String> differences(Collection<SessionRevision> standing, Collection<KpiRow> rows) {
        KpiRecount recount = new KpiRecount();
        standing.forEach(recount::add);
        Map<Key, KpiRow> told = new HashMap<>();
        for (KpiRow row : rows) {
            if (row.getSessions() > 0 || row.getRuns() > 0) {
                told.put(keyOf(row), row);
            }
        }
        List<String> differences = new ArrayList<>();
        recount.facts.forEach((key, counted) -> {
            KpiRow row = told.remove(key);
            List<String> wrong = row == null ? List.of("no such row") : differences(key, counted, row);
            if (!wrong.isEmpty()) {
                differences.add(key + ": " + String.join("; ", wrong) + ".");
            }
        });
        told.keySet().stream().sorted().forEach(key -> differences.add(key + ": no session gives such a row."));
        return differences;
    }

    private void add(SessionRevision session) {
        SessionTotals totals = session.getTotals();
        ZoneId zone = zone(totals.getTimeZone());
        add(session, null, ALL, session.getStartedAt(), zone);
        for (Run run : totals.getRuns()) {
            add(session, run, ALL, began(session, run), zone);
            addOfContext(session, run, zone);
        }
        for (Run run : totals.getOtherRuns()) {
            addOfContext(session, run, zone);
        }
    }

    private void addOfContext(SessionRevision session, Run run, ZoneId zone) {
        PlayContext context = run.getContext();
        Instant began = began(session, run);
        String kind = context.getType().name();
        add(session, run, subject(kind, context.getId(), null), began, zone);
        String edition = context.getEdition();
        if (edition == null && kind.equals(KpiSubjectKind.PLAYLIST.name())) {
            edition = week(began.atZone(zone));
        }
        if (edition != null) {
            add(session, run, subject(kind, context.getId(), edition), began, zone);
        }
    }

    /** A run with a play that was paused for days counts when its session began: the rows of its beginning are settled. */
    private static Instant began(SessionRevision session, Run run) {
        Instant longAgo = session.getTotals().getEndedAt().minus(LONGEST_SESSION);
        return run.getStartedAt().isBefore(longAgo) ? session.getStartedAt() : run.getStartedAt();
    }

    private void add(SessionRevision session, Run run, String subject, Instant began, ZoneId zone) {
        String told = Objects.requireNonNullElse(session.getTotals().getCountry(), NO_COUNTRY);
        String country = told.matches("[A-Z]{2}") ? told : NO_COUNTRY;
        ZonedDateTime local = began.atZone(zone);
        LocalDateTime day = local.toLocalDate().atStartOfDay();
        LocalDateTime week = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDateTime hour = local.toLocalDateTime().truncatedTo(ChronoUnit.HOURS);
        put(subject, country + " " + zone.getId(), hour(local), session, run);
        put(subject, country, named("HOUR", hour, hour.plusHours(1), zone), session, run);
        for (String place : List.of(country, "the world")) {
            put(subject, place, named("DAY", day, day.plusDays(1), zone), session, run);
            put(subject, place, named("WEEK", week, week.plusWeeks(1), zone), session, run);
        }
    }

    private void put(String subject, String place, Slot slot, SessionRevision session, Run run) {
        facts.computeIfAbsent(new Key(subject, place, slot.name()), key -> new ArrayList<>())
                .add(new Fact(session, run, slot));
    }

    /** The hour by local clocks around a moment: as long as its offset from UTC holds. */
    private static Slot hour(ZonedDateTime local) {
        ZonedDateTime start = local.truncatedTo(ChronoUnit.HOURS);
        return new Slot(
                "HOUR " + start.toLocalDateTime() + " at " + local.getOffset().getTotalSeconds(),
                start.toInstant().toEpochMilli(),
                start.plusHours(1).toInstant().toEpochMilli());
    }

    /** All that local clocks call so; when they are set back, an hour of theirs lasts two of ours. */
    private static Slot named(String name, LocalDateTime start, LocalDateTime end, ZoneId zone) {
        return new Slot(
                name + " " + start,
                start.atZone(zone).toInstant().toEpochMilli(),
                end.atZone(zone).toInstant().toEpochMilli());
    }

    private static List<String> differences(Key key, List<Fact> facts, KpiRow row) {
        boolean all = key.subject().equals(ALL);
        List<Fact> runs = facts.stream().filter(fact -> fact.run() != null).toList();
        List<Fact> whole =
                all ? facts.stream().filter(fact -> fact.run() == null).toList() : runs;
        Map<String, SessionRevision> sessions = new HashMap<>();
        whole.forEach(fact -> sessions.put(fact.session().getSessionId(), fact.session()));
        List<String> wrong = new ArrayList<>();
        compare("listeners", distinctListeners(sessions.values()), row.getListeners(), wrong);
        compare("sessions", sessions.size(), row.getSessions(), wrong);
        compare(
                "open sessions",
                sessions.values().stream().filter(SessionRevision::getOpen).count(),
                row.getOpenSessions(),
                wrong);
        compare(
                "listened ms",
                sum(whole, SessionTotals::getListenedMs, Run::getListenedMs),
                row.getListenedMs(),
                wrong);
        compare("plays", sum(whole, SessionTotals::getPlays, Run::getSongs), row.getPlays(), wrong);
        compare(
                "counted plays",
                sum(whole, SessionTotals::getCountedPlays, Run::getCountedPlays),
                row.getCountedPlays(),
                wrong);
        compare(
                "quick skips",
                sum(whole, of -> of.getSkips().getQuick(), of -> of.getSkips().getQuick()),
                row.getSkips().getQuick(),
                wrong);
        compare(
                "early skips",
                sum(whole, of -> of.getSkips().getEarly(), of -> of.getSkips().getEarly()),
                row.getSkips().getEarly(),
                wrong);
        compare(
                "late skips",
                sum(whole, of -> of.getSkips().getLate(), of -> of.getSkips().getLate()),
                row.getSkips().getLate(),
                wrong);
        compare("runs", runs.size(), row.getRuns(), wrong);
        compare("songs in runs", sum(runs, of -> 0, Run::getSongs), row.getSongsInRuns(), wrong);
        compare(
                "abandoned runs",
                runs.stream().filter(fact -> fact.run().getAbandoned()).count(),
                row.getAbandonedRuns(),
                wrong);
        compare("the start", first(facts), row.getStartsAt().toEpochMilli(), wrong);
        compare("the end", last(facts), row.getEndsAt().toEpochMilli(), wrong);
        compareSpread("songs per run", songs(runs), row.getSongsPerRun(), wrong);
        compareSpread("longest run", all ? longestOf(sessions.values()) : longestOf(runs), row.getLongestRun(), wrong);
        return wrong;
    }

    private static long distinctListeners(Collection<SessionRevision> sessions) {
        return sessions.stream().map(SessionRevision::getUserId).distinct().count();
    }

    private static long sum(List<Fact> facts, ToLongFunction<SessionTotals> ofSession, ToLongFunction<Run> ofRun) {
        return facts.stream()
                .mapToLong(fact -> fact.run() == null
                        ? ofSession.applyAsLong(fact.session().getTotals())
                        : ofRun.applyAsLong(fact.run()))
                .sum();
    }

    private static long first(List<Fact> facts) {
        return facts.stream().mapToLong(fact -> fact.slot().startsAt()).min().orElseThrow();
    }

    private static long last(List<Fact> facts) {
        return facts.stream().mapToLong(fact -> fact.slot().endsAt()).max().orElseThrow();
    }

    private static List<Integer> songs(List<Fact> runs) {
        return runs.stream().map(fact -> fact.run().getSongs()).sorted().toList();
    }

    private static List<Integer> longestOf(Collection<SessionRevision> sessions) {
        ToIntFunction<SessionRevision> longest = session -> session.getTotals().getLongestRun();
        return sessions.stream()
                .map(longest::applyAsInt)
                .filter(songs -> songs > 0)
                .sorted()
                .toList();
    }

    private static List<Integer> longestOf(List<Fact> runs) {
        return runs.stream()
                .collect(Collectors.toMap(
                        fact -> fact.session().getSessionId(),
                        fact -> fact.run().getSongs(),
                        Math::max))
                .values()
                .stream()
                .sorted()
                .toList();
    }

    /** Each value must lie in the bucket that is in its place among all. */
    private static void compareSpread(String what, List<Integer> values, Distribution told, List<String> wrong) {
        List<Integer> bounds = new ArrayList<>();
        for (Bucket bucket : told.getBuckets()) {
            for (int i = 0; i < bucket.getCount(); i++) {
                bounds.add(bucket.getUpTo());
            }
        }
        boolean fits = bounds.size() == values.size();
        for (int i = 0; fits && i < values.size(); i++) {
            int value = values.get(i);
            int bound = bounds.get(i);
            fits = value <= bound && value >= bound - Math.ceil(WIDTH_OF_A_BUCKET * bound);
        }
        if (!fits) {
            wrong.add(what + " " + values + ", told in buckets up to " + bounds);
        }
    }

    private static void compare(String what, long counted, long told, List<String> wrong) {
        if (counted != told) {
            wrong.add(what + " " + counted + ", told " + told);
        }
    }

    private static Key keyOf(KpiRow row) {
        String country = row.getPlace().getCountry();
        String zone = row.getPlace().getTimeZone();
        String slot = row.getPeriod() + " " + row.getLocalStart();
        return new Key(
                subject(
                        row.getSubject().getKind().name(),
                        row.getSubject().getId(),
                        row.getSubject().getEdition()),
                country == null ? "the world" : zone == null ? country : country + " " + zone,
                row.getUtcOffsetS() == null ? slot : slot + " at " + row.getUtcOffsetS());
    }

    private static String subject(String kind, String id, String edition) {
        return id == null ? kind : kind + " " + id + (edition == null ? "" : " edition " + edition);
    }

    private static ZoneId zone(String id) {
        try {
            return ZoneId.of(id == null ? NO_ZONE : id);
        } catch (DateTimeException e) {
            return ZoneId.of(NO_ZONE);
        }
    }

    private static String week(ZonedDateTime local) {
        return String.format(
                "%d-W%02d", local.get(IsoFields.WEEK_BASED_YEAR), local.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
