package dev.segue.adapters.flink.kpi;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.segue.domain.kpi.Distribution;
import dev.segue.domain.kpi.KpiKey;
import dev.segue.domain.kpi.KpiRow;
import dev.segue.domain.kpi.KpiWindow;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import dev.segue.domain.listening.Run;
import dev.segue.domain.listening.Skips;
import dev.segue.domain.playback.PlayContext;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.Change.Revision;
import dev.segue.domain.session.Session;
import dev.segue.domain.session.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * KPI rows once more: one fact for each session and run, grouped by row. Slow and plain; of the rules it shares only the
 * types of values.
 */
final class GroupBy {

    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z]");
    private static final Duration STEP = Duration.ofMinutes(15);
    private static final DateTimeFormatter WEEK = DateTimeFormatter.ofPattern("YYYY-'W'ww", Locale.GERMANY);
    private static final Map<String, long[]> EXTENTS = new HashMap<>();

    private GroupBy() {}

    /** A session, or a run, and where and when it began. */
    private record Fact(
            Revision of,
            Subject subject,
            ZonedDateTime began,
            boolean isSession,
            long listenedMs,
            int plays,
            int counted,
            Skips skips,
            int songs,
            boolean abandoned) {

        boolean counts() {
            return isSession || subject.kind() != Subject.Kind.ALL;
        }
    }

    private record Keyed(KpiKey key, Fact fact) {}

    /** The last word on each id that stands, whatever its number: what a compacted topic keeps. */
    static Collection<Revision> current(List<Change> log) {
        Map<SessionId, Change> last = new HashMap<>();
        log.forEach(change -> last.put(change.sessionId(), change));
        return last.values().stream()
                .filter(Revision.class::isInstance)
                .map(Revision.class::cast)
                .toList();
    }

    /**
     * The rows of these sessions, neither over nor settled, at no time.
     *
     * @param ended sessions that count as ended, whatever was told
     */
    static Map<KpiKey, KpiRow> rows(
            Collection<Revision> sessions, Predicate<Subject> followed, long longestSessionMs, Set<SessionId> ended) {
        List<Keyed> keyed = new ArrayList<>();
        for (Revision session : sessions) {
            for (Fact fact : facts(session, followed, longestSessionMs)) {
                keys(fact).forEach(key -> keyed.add(new Keyed(key, fact)));
            }
        }
        return keyed.stream().collect(groupingBy(Keyed::key)).entrySet().stream()
                .map(group -> row(
                        group.getKey(),
                        group.getValue().stream().map(Keyed::fact).toList(),
                        ended))
                .collect(Collectors.toMap(KpiKey::of, row -> row));
    }

    /** The row without what depends on the clock. */
    static KpiRow numbers(KpiRow row) {
        return new KpiRow(
                row.subject(),
                row.place(),
                row.window(),
                row.startsAt(),
                row.endsAt(),
                row.mainTimeZone(),
                row.listeners(),
                row.sessions(),
                row.listenedMs(),
                row.plays(),
                row.countedPlays(),
                row.skips(),
                row.runs(),
                row.songsInRuns(),
                row.abandonedRuns(),
                row.songsPerRun(),
                row.longestRun(),
                row.openSessions(),
                false,
                false,
                Long.MIN_VALUE);
    }

    /** Whether nothing is counted in it. */
    static boolean isEmpty(KpiRow row) {
        return row.listeners() == 0
                && row.sessions() == 0
                && row.listenedMs() == 0
                && row.plays() == 0
                && row.countedPlays() == 0
                && row.skips().equals(Skips.NONE)
                && row.runs() == 0
                && row.songsInRuns() == 0
                && row.abandonedRuns() == 0
                && row.songsPerRun().equals(Distribution.EMPTY)
                && row.longestRun().equals(Distribution.EMPTY)
                && row.openSessions() == 0;
    }

    private static List<Fact> facts(Revision revision, Predicate<Subject> followed, long longestSessionMs) {
        Session session = revision.session();
        ZoneId zone = ZoneId.of(ZONES.contains(String.valueOf(session.timeZone())) ? session.timeZone() : "Etc/UTC");
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                revision,
                Subject.ALL,
                Instant.ofEpochMilli(session.startedAt()).atZone(zone),
                true,
                session.listenedMs(),
                session.plays(),
                session.countedPlays(),
                session.skips(),
                session.longestRun(),
                false));
        List<Run> runs = new ArrayList<>(session.runs());
        runs.addAll(session.otherRuns());
        for (Run run : runs) {
            ZonedDateTime began = Instant.ofEpochMilli(
                            session.endedAt() - run.startedAt() > longestSessionMs
                                    ? session.startedAt()
                                    : run.startedAt())
                    .atZone(zone);
            Subject.Kind kind = Subject.Kind.valueOf(run.context().type().name());
            Subject whole = new Subject(kind, run.context().id(), null);
            if (kind == Subject.Kind.PLAYLIST) {
                facts.add(fact(revision, Subject.ALL, began, run));
            }
            if (!followed.test(whole)) {
                facts.add(fact(revision, Subject.OTHER, began, run));
                continue;
            }
            facts.add(fact(revision, whole, began, run));
            String edition = edition(run.context(), began);
            if (edition != null) {
                facts.add(fact(revision, new Subject(kind, whole.id(), edition), began, run));
            }
        }
        return facts;
    }

    private static String edition(PlayContext context, ZonedDateTime began) {
        if (context.edition() != null) {
            return context.edition();
        }
        return context.type() == PlayContext.Type.PLAYLIST ? WEEK.format(began) : null;
    }

    private static Fact fact(Revision revision, Subject subject, ZonedDateTime began, Run run) {
        return new Fact(
                revision,
                subject,
                began,
                false,
                run.listenedMs(),
                run.songs(),
                run.countedPlays(),
                run.skips(),
                run.songs(),
                run.abandoned());
    }

    private static List<KpiKey> keys(Fact fact) {
        String emitted = fact.of().session().country();
        String country = CODE.matcher(String.valueOf(emitted)).matches() ? emitted : "ZZ";
        LocalDateTime hour = fact.began().toLocalDateTime().truncatedTo(ChronoUnit.HOURS);
        LocalDateTime day = hour.toLocalDate().atStartOfDay();
        LocalDateTime week = day.minusDays(day.getDayOfWeek().getValue() - 1L);
        Place zone = new Place(country, fact.began().getZone().getId());
        Place all = new Place(country, null);
        return List.of(
                new KpiKey(
                        fact.subject(),
                        zone,
                        window("HOUR", hour, fact.began().getOffset().getTotalSeconds())),
                new KpiKey(fact.subject(), all, window("HOUR", hour, null)),
                new KpiKey(fact.subject(), all, window("DAY", day, null)),
                new KpiKey(fact.subject(), all, window("WEEK", week, null)),
                new KpiKey(fact.subject(), Place.WORLD, window("DAY", day, null)),
                new KpiKey(fact.subject(), Place.WORLD, window("WEEK", week, null)));
    }

    private static KpiWindow window(String period, LocalDateTime start, Integer offset) {
        return new KpiWindow(KpiWindow.Period.valueOf(period), start, offset);
    }

    private static KpiRow row(KpiKey key, List<Fact> facts, Set<SessionId> ended) {
        boolean ofAll = key.subject().kind() == Subject.Kind.ALL;
        List<Fact> counting = facts.stream().filter(Fact::counts).toList();
        List<Fact> runs = facts.stream().filter(fact -> !fact.isSession()).toList();
        Map<SessionId, List<Fact>> bySession =
                counting.stream().collect(groupingBy(fact -> fact.of().sessionId()));
        Map<String, Long> zones = facts.stream()
                .filter(Fact::isSession)
                .collect(groupingBy(fact -> fact.began().getZone().getId(), counting()));
        runs.forEach(run -> zones.merge(run.began().getZone().getId(), 1L, Long::sum));
        if (!ofAll) {
            bySession
                    .values()
                    .forEach(group -> zones.merge(group.get(0).began().getZone().getId(), 1L, Long::sum));
        }
        List<long[]> extents =
                facts.stream().map(fact -> extent(key.window(), fact.began())).toList();
        return new KpiRow(
                key.subject(),
                key.place(),
                key.window(),
                extents.stream().mapToLong(extent -> extent[0]).min().orElseThrow(),
                extents.stream().mapToLong(extent -> extent[1]).max().orElseThrow(),
                zones.entrySet().stream()
                        .min(Comparator.comparing((Map.Entry<String, Long> zone) -> -zone.getValue())
                                .thenComparing(Map.Entry::getKey))
                        .orElseThrow()
                        .getKey(),
                (int) counting.stream()
                        .map(fact -> fact.of().listener())
                        .distinct()
                        .count(),
                bySession.size(),
                sum(counting, Fact::listenedMs),
                (int) sum(counting, Fact::plays),
                (int) sum(counting, Fact::counted),
                new Skips(
                        (int) sum(counting, fact -> fact.skips().quick()),
                        (int) sum(counting, fact -> fact.skips().early()),
                        (int) sum(counting, fact -> fact.skips().late())),
                runs.size(),
                (int) sum(runs, Fact::songs),
                (int) runs.stream().filter(Fact::abandoned).count(),
                distribution(runs.stream().map(Fact::songs).toList()),
                distribution(bySession.values().stream()
                        .map(group -> group.stream().mapToInt(Fact::songs).max().orElse(0))
                        .filter(songs -> songs > 0)
                        .toList()),
                (int) bySession.values().stream()
                        .map(group -> group.get(0).of())
                        .filter(session -> session.open() && !ended.contains(session.sessionId()))
                        .count(),
                false,
                false,
                Long.MIN_VALUE);
    }

    private static long sum(List<Fact> facts, ToLongFunction<Fact> number) {
        return facts.stream().mapToLong(number).sum();
    }

    private static Distribution distribution(List<Integer> values) {
        TreeMap<Integer, Integer> counts = new TreeMap<>();
        for (int value : values) {
            int low = 32;
            while (value >= 2 * low) {
                low *= 2;
            }
            int width = low / 16;
            int upTo = low + ((value - low) / width + 1) * width - 1;
            counts.merge(value < 32 ? value : upTo, 1, Integer::sum);
        }
        return new Distribution(counts);
    }

    /** Looks at the clock around a moment in a slot, for as long as the slot may last; clocks are changed at quarters. */
    private static long[] extent(KpiWindow window, ZonedDateTime within) {
        return EXTENTS.computeIfAbsent(window + within.getZone().getId(), name -> {
            Duration most =
                    switch (window.period()) {
                        case HOUR -> Duration.ofHours(3);
                        case DAY -> Duration.ofHours(27);
                        case WEEK -> Duration.ofDays(8);
                    };
            ZonedDateTime quarter = within.truncatedTo(ChronoUnit.HOURS).plusMinutes(within.getMinute() / 15 * 15L);
            long[] extent = {Long.MAX_VALUE, Long.MIN_VALUE};
            for (Duration away = most.negated(); away.compareTo(most) <= 0; away = away.plus(STEP)) {
                ZonedDateTime time = quarter.plus(away);
                if (isIn(window, time)) {
                    extent[0] = Math.min(extent[0], time.toInstant().toEpochMilli());
                    extent[1] = Math.max(extent[1], time.plus(STEP).toInstant().toEpochMilli());
                }
            }
            return extent;
        });
    }

    private static boolean isIn(KpiWindow window, ZonedDateTime time) {
        LocalDateTime end =
                switch (window.period()) {
                    case HOUR -> window.start().plusHours(1);
                    case DAY -> window.start().plusDays(1);
                    case WEEK -> window.start().plusDays(7);
                };
        LocalDateTime local = time.toLocalDateTime();
        return !local.isBefore(window.start())
                && local.isBefore(end)
                && (window.offsetSeconds() == null
                        || window.offsetSeconds() == time.getOffset().getTotalSeconds());
    }
}
