package dev.segue.app.recount;

import dev.segue.contracts.DeviceType;
import dev.segue.contracts.KpiPlace;
import dev.segue.contracts.KpiRow;
import dev.segue.contracts.KpiSubjectKind;
import dev.segue.contracts.PlayContext;
import dev.segue.contracts.Run;
import dev.segue.contracts.SessionRevision;
import dev.segue.contracts.SessionTotals;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Recounts KPI rows from the current sessions, as one would with SQL over the topic: facts in one flat list, grouped and
 * added up. It shares nothing with the job that maintains the rows.
 *
 * <p>It recounts every field of a row but these, which depend on more than the current sessions: {@code as_of} is when the
 * job emitted the row; {@code settled} also waits for what was superseded since, and for how the clock stepped, so it is only
 * checked that a row settled no sooner than the current sessions allow; and which sessions that were left open count as ended
 * depends on how the clock stepped, too, so the caller passes them.
 */
public final class KpiRecount {

    private static final String ALL = "ALL";
    private static final String NO_COUNTRY = "ZZ";
    private static final String NO_ZONE = "Etc/UTC";

    /** The JDK makes a new set whenever it is asked. */
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

    private final Rules rules;
    private final Map<Key, List<RecountedFact>> facts = new TreeMap<>();

    private KpiRecount(Rules rules) {
        this.rules = rules;
    }

    /**
     * What is not on the topic of sessions.
     *
     * @param longestSession {@code kpis.max-session}
     * @param followed which subjects have rows of their own: {@code "ALBUM blue"}, {@code "PLAYLIST weekly edition
     *     2026-W44"}
     * @param ended ids of sessions that count as ended, although they were left open
     */
    public record Rules(Duration longestSession, Predicate<String> followed, Set<String> ended) {

        /** The defaults: everything is followed, and nothing was left open. */
        public static final Rules USUAL = new Rules(Duration.ofHours(30), subject -> true, Set.of());
    }

    /** What a row is found by: subject, place and slot, as text. */
    private record Key(String subject, String place, String window) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return subject + ", " + place + ", " + window;
        }
    }

    /** How rows differ under the usual rules. */
    public static List<String> differences(Collection<SessionRevision> current, Collection<KpiRow> rows) {
        return differences(current, rows, Rules.USUAL);
    }

    /**
     * How rows differ from what the sessions give, one sentence for each row that does; empty when none does.
     *
     * @param current the last revision of every current session
     * @param rows the last of every key
     */
    public static List<String> differences(Collection<SessionRevision> current, Collection<KpiRow> rows, Rules rules) {
        KpiRecount recount = new KpiRecount(rules);
        current.forEach(recount::add);
        return recount.differences(rows);
    }

    private List<String> differences(Collection<KpiRow> rows) {
        List<String> differences = new ArrayList<>();
        Map<Key, KpiRow> reported = new HashMap<>();
        for (KpiRow row : rows) {
            if (reported.put(keyOf(row), row) != null) {
                differences.add(keyOf(row) + ": emitted under two keys.");
            }
        }
        RecountedRow.Terms terms = new RecountedRow.Terms(rules.longestSession(), rules.ended(), latest(rows));
        facts.forEach((key, counted) -> {
            KpiRow row = reported.remove(key);
            boolean ofAll = key.subject().equals(ALL);
            List<String> wrong =
                    row == null ? List.of("no such row") : new RecountedRow(ofAll, counted, terms).differences(row);
            if (!wrong.isEmpty()) {
                differences.add(key + ": " + String.join("; ", wrong) + ".");
            }
        });
        reported.entrySet().stream()
                .filter(row -> RecountedRow.showsSomething(row.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .forEach(key -> differences.add(key + ": no session gives such a row."));
        return differences;
    }

    /** The clock has come as far as any row says. */
    private static Instant latest(Collection<KpiRow> rows) {
        return rows.stream()
                .map(KpiRow::getAsOf)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
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
        String whole = subject(kind, context.getId(), null);
        if (!rules.followed().test(whole)) {
            add(session, run, KpiSubjectKind.OTHER.name(), began, zone);
            return;
        }
        add(session, run, whole, began, zone);
        String edition = context.getEdition();
        boolean reported = edition != null && !edition.isEmpty();
        if (!reported) {
            edition = kind.equals(KpiSubjectKind.PLAYLIST.name()) ? week(began.atZone(zone)) : null;
        }
        if (edition != null) {
            String ofEdition = subject(kind, context.getId(), edition);
            if (!reported || rules.followed().test(ofEdition)) {
                add(session, run, ofEdition, began, zone);
            }
        }
    }

    /** A run with a play that was paused for days counts when its session began: the rows of its beginning are settled. */
    private Instant began(SessionRevision session, Run run) {
        return began(session, run, rules.longestSession());
    }

    static Instant began(SessionRevision session, Run run, Duration longestSession) {
        Instant longAgo = session.getTotals().getEndedAt().minus(longestSession);
        return run.getStartedAt().isBefore(longAgo) ? session.getStartedAt() : run.getStartedAt();
    }

    private void add(SessionRevision session, Run run, String subject, Instant began, ZoneId zone) {
        String reported = Objects.requireNonNullElse(session.getTotals().getCountry(), NO_COUNTRY);
        String country = reported.matches("[A-Z]{2}") ? reported : NO_COUNTRY;
        ZonedDateTime local = began.atZone(zone);
        put(subject, country + " " + zone.getId(), RecountedWindow.hourWithOffset(local), session, run, zone);
        put(subject, country, RecountedWindow.hour(local), session, run, zone);
        DeviceType device = run == null ? session.getTotals().getDeviceType() : run.getDeviceType();
        put(subject, country + " on " + device, RecountedWindow.day(local), session, run, zone);
        for (String place : List.of(country, "the world")) {
            put(subject, place, RecountedWindow.day(local), session, run, zone);
            put(subject, place, RecountedWindow.week(local), session, run, zone);
        }
    }

    private void put(
            String subject, String place, RecountedWindow window, SessionRevision session, Run run, ZoneId zone) {
        facts.computeIfAbsent(new Key(subject, place, window.name()), key -> new ArrayList<>())
                .add(new RecountedFact(session, run, zone.getId(), window));
    }

    private static Key keyOf(KpiRow row) {
        String window = row.getPeriod() + " " + row.getLocalStart();
        return new Key(
                subject(
                        row.getSubject().getKind().name(),
                        row.getSubject().getId(),
                        row.getSubject().getEdition()),
                place(row.getPlace()),
                row.getUtcOffsetS() == null ? window : window + " at " + row.getUtcOffsetS());
    }

    private static String place(KpiPlace place) {
        if (place.getCountry() == null) {
            return "the world";
        }
        String zone = place.getTimeZone() == null ? "" : " " + place.getTimeZone();
        return place.getCountry() + zone + (place.getDeviceType() == null ? "" : " on " + place.getDeviceType());
    }

    /** What {@link Rules#followed} is asked for. */
    public static String subject(String kind, String id, String edition) {
        return id == null ? kind : kind + " " + id + (edition == null ? "" : " edition " + edition);
    }

    /** What is no zone of the IANA's counts as none. */
    static ZoneId zone(String id) {
        return ZoneId.of(id != null && ZONES.contains(id) ? id : NO_ZONE);
    }

    static String week(ZonedDateTime local) {
        return String.format(
                Locale.ROOT,
                "%d-W%02d",
                local.get(IsoFields.WEEK_BASED_YEAR),
                local.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
