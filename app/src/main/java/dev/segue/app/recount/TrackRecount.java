package dev.segue.app.recount;

import dev.segue.contracts.EndReason;
import dev.segue.contracts.KpiSubject;
import dev.segue.contracts.KpiSubjectKind;
import dev.segue.contracts.Play;
import dev.segue.contracts.PlayContext;
import dev.segue.contracts.Run;
import dev.segue.contracts.SessionPlays;
import dev.segue.contracts.SessionRevision;
import dev.segue.contracts.TrackKpis;
import dev.segue.contracts.TrackNumbers;
import dev.segue.contracts.TrackOfSubject;
import dev.segue.domain.kpi.track.TrackUpdate;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Recounts track KPIs from the current sessions and the plays that there are, as one would with SQL over both topics. It shares
 * nothing with the job that maintains them.
 *
 * <p>It recounts every number, but not which tracks are counted one by one where there are too many: those are the first that
 * the job has read. So of what is not listed, only the sum is compared.
 */
public final class TrackRecount {

    private static final Set<EndReason> SKIPS = Set.of(EndReason.FORWARD, EndReason.BACK, EndReason.PICKED_OTHER);
    private static final long QUICK_MS = 5_000;
    private static final long EARLY_MS = 30_000;
    private static final long COUNTED_MS = 30_000;

    /** Stands for a track that was not reported. */
    private static final String NO_TRACK = "";

    private final KpiRecount.Rules rules;
    private final Map<String, Map<String, Numbers>> byTable = new TreeMap<>();

    private TrackRecount(KpiRecount.Rules rules) {
        this.rules = rules;
    }

    private record Numbers(int plays, int counted, int quick, int early, int late, int completed) {

        static final Numbers NONE = new Numbers(0, 0, 0, 0, 0, 0);

        static Numbers of(Play play) {
            boolean skipped = SKIPS.contains(play.getEndReason());
            long played = play.getPlayedMs();
            return new Numbers(
                    1,
                    played >= COUNTED_MS ? 1 : 0,
                    skipped && played < QUICK_MS ? 1 : 0,
                    skipped && played >= QUICK_MS && played < EARLY_MS ? 1 : 0,
                    skipped && played >= EARLY_MS ? 1 : 0,
                    play.getEndReason() == EndReason.COMPLETED ? 1 : 0);
        }

        static Numbers of(TrackNumbers reported) {
            return new Numbers(
                    reported.getPlays(),
                    reported.getCountedPlays(),
                    reported.getSkips().getQuick(),
                    reported.getSkips().getEarly(),
                    reported.getSkips().getLate(),
                    reported.getCompleted());
        }

        Numbers plus(Numbers other) {
            return new Numbers(
                    plays + other.plays,
                    counted + other.counted,
                    quick + other.quick,
                    early + other.early,
                    late + other.late,
                    completed + other.completed);
        }
    }

    /** How track KPIs differ under the usual rules. */
    public static List<String> differences(
            Collection<SessionRevision> current, Collection<SessionPlays> plays, Collection<TrackKpis> kpis) {
        return differences(current, plays, kpis, KpiRecount.Rules.USUAL);
    }

    /**
     * How track KPIs differ from what sessions and plays give, one sentence for each subject and week in which they do; empty
     * when they do in none.
     *
     * @param current the last revision of every current session
     * @param plays the last record of every chunk that exists
     * @param kpis the last of every key
     */
    public static List<String> differences(
            Collection<SessionRevision> current,
            Collection<SessionPlays> plays,
            Collection<TrackKpis> kpis,
            KpiRecount.Rules rules) {
        TrackRecount recount = new TrackRecount(rules);
        Map<String, SessionRevision> sessions = new HashMap<>();
        current.forEach(session -> sessions.put(session.getSessionId(), session));
        for (SessionPlays chunk : plays) {
            SessionRevision session = sessions.get(chunk.getSessionId());
            if (session != null && chunk.getChunk() < TrackUpdate.MOST_CHUNKS) {
                chunk.getPlays().forEach(play -> recount.add(session, play));
            }
        }
        return recount.differences(kpis);
    }

    private void add(SessionRevision session, Play play) {
        Run run = runOf(session, play);
        if (run == null) {
            return;
        }
        String track = Objects.requireNonNullElse(play.getTrackId(), NO_TRACK);
        byTable.computeIfAbsent(subject(session, run) + ", week of " + monday(session, run), table -> new TreeMap<>())
                .merge(track, Numbers.of(play), Numbers::plus);
    }

    /** The latest run, counted under the same subject, that had begun; if none had, the first. Null if there is none. */
    private Run runOf(SessionRevision session, Play play) {
        if (play.getContext() == null) {
            return null;
        }
        Run latest = null;
        Run first = null;
        for (Run run : Stream.concat(
                        session.getTotals().getRuns().stream(), session.getTotals().getOtherRuns().stream())
                .toList()) {
            if (!isSame(play.getContext(), run.getContext())) {
                continue;
            }
            Instant began = began(session, run);
            if (!began.isAfter(play.getStartedAt()) && (latest == null || began.isAfter(began(session, latest)))) {
                latest = run;
            }
            if (first == null || began.isBefore(began(session, first))) {
                first = run;
            }
        }
        return latest == null ? first : latest;
    }

    private boolean isSame(PlayContext played, PlayContext run) {
        boolean sameList = played.getType() == run.getType() && played.getId().equals(run.getId());
        String whole = KpiRecount.subject(run.getType().name(), run.getId(), null);
        return sameList && rules.followed().test(whole) && Objects.equals(editionOf(played), editionOf(run));
    }

    /** The reported edition, if it is followed; else null. */
    private String editionOf(PlayContext context) {
        String edition = context.getEdition();
        boolean reported = edition != null && !edition.isEmpty();
        boolean followed = reported
                && rules.followed().test(KpiRecount.subject(context.getType().name(), context.getId(), edition));
        // Of a playlist, what has no edition counts by the week, and what has one beyond the maximum does not.
        boolean byWeek = !reported && isPlaylist(context);
        return followed ? edition : byWeek ? "" : null;
    }

    private String subject(SessionRevision session, Run run) {
        PlayContext context = run.getContext();
        String edition = editionOf(context);
        return KpiRecount.subject(
                context.getType().name(),
                context.getId(),
                "".equals(edition) ? KpiRecount.week(local(session, run)) : edition);
    }

    private static boolean isPlaylist(PlayContext context) {
        return context.getType().name().equals(KpiSubjectKind.PLAYLIST.name());
    }

    private String monday(SessionRevision session, Run run) {
        ZonedDateTime began = local(session, run);
        return began.toLocalDate()
                .minusDays(began.getDayOfWeek().getValue() - 1L)
                .toString();
    }

    private ZonedDateTime local(SessionRevision session, Run run) {
        return began(session, run).atZone(KpiRecount.zone(session.getTotals().getTimeZone()));
    }

    private Instant began(SessionRevision session, Run run) {
        return KpiRecount.began(session, run, rules.longestSession());
    }

    private List<String> differences(Collection<TrackKpis> kpis) {
        List<String> differences = new ArrayList<>();
        Map<String, Map<String, Numbers>> left = new TreeMap<>(byTable);
        for (TrackKpis table : kpis) {
            KpiSubject subject = table.getSubject();
            String name = KpiRecount.subject(subject.getKind().name(), subject.getId(), subject.getEdition())
                    + ", week of " + table.getWeek();
            Map<String, Numbers> counted = left.remove(name);
            List<String> wrong = wrong(counted == null ? Map.of() : counted, table);
            if (!wrong.isEmpty()) {
                differences.add(name + ": " + String.join("; ", wrong) + ".");
            }
        }
        left.forEach((name, counted) -> differences.add(name + ": no such track KPIs."));
        return differences;
    }

    private static List<String> wrong(Map<String, Numbers> counted, TrackKpis table) {
        List<String> wrong = new ArrayList<>();
        Map<String, Numbers> rest = new TreeMap<>(counted);
        for (TrackOfSubject track : table.getTracks()) {
            compare(
                    "track " + track.getTrackId(),
                    Objects.requireNonNullElse(rest.remove(track.getTrackId()), Numbers.NONE),
                    Numbers.of(track.getNumbers()),
                    wrong);
        }
        compare(
                "all others",
                rest.values().stream().reduce(Numbers.NONE, Numbers::plus),
                Numbers.of(table.getOthers()),
                wrong);
        return wrong;
    }

    private static void compare(String what, Numbers counted, Numbers reported, List<String> wrong) {
        if (!counted.equals(reported)) {
            wrong.add(what + " " + counted + ", but reported " + reported);
        }
    }
}
