package dev.segue.adapters.flink.kpi;

import static dev.segue.domain.kpi.KpiWindow.Period.DAY;
import static dev.segue.domain.kpi.KpiWindow.Period.HOUR;
import static dev.segue.domain.kpi.KpiWindow.Period.WEEK;

import dev.segue.domain.kpi.KpiKey;
import dev.segue.domain.kpi.KpiRow;
import dev.segue.domain.kpi.KpiWindow;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.Change.Purged;
import dev.segue.domain.session.Change.Revision;
import dev.segue.domain.session.Change.Status;
import dev.segue.domain.session.Change.Superseded;
import dev.segue.domain.session.SessionId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What generated histories held, so that a test may say that it has seen it all. */
public final class Coverage {

    private static final long HOUR_MS = 3_600_000;
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

    /** So many histories are enough to see it once. */
    private static final Map<String, Integer> DUE = Map.ofEntries(
            Map.entry("corrections", 1),
            Map.entry("superseded ids", 2),
            Map.entry("ids that came back", 60),
            Map.entry("last records of a lower number", 20),
            Map.entry("sessions whose start moved over an hour", 6),
            Map.entry("sessions whose start moved over a day", 30),
            Map.entry("sessions whose start moved over a week", 60),
            Map.entry("hours that are cut", 30),
            Map.entry("hours that come twice", 30),
            Map.entry("hours that begin at half past", 10),
            Map.entry("days of 23 hours", 30),
            Map.entry("days of 25 hours", 30),
            Map.entry("days of 23 and a half or 24 and a half hours", 30),
            Map.entry("days next to one that there was not", 60),
            Map.entry("the 53rd week of a year", 30),
            Map.entry("runs in a bucket of several lengths", 1),
            Map.entry("days before any other zone has them", 30));

    private final Map<String, Integer> seen = new TreeMap<>();

    /** Records of sessions. */
    public void see(List<Change> emitted) {
        Map<SessionId, Revision> latest = new HashMap<>();
        Map<SessionId, Integer> highest = new HashMap<>();
        Map<SessionId, Integer> last = new HashMap<>();
        Set<SessionId> gone = new HashSet<>();
        for (Change change : emitted) {
            if (change instanceof Revision revision) {
                latest.put(revision.sessionId(), revision);
                count("corrections", revision.status() == Status.CORRECTED);
                count("ids that came back", gone.remove(revision.sessionId()));
                highest.merge(revision.sessionId(), revision.number(), Math::max);
                last.put(revision.sessionId(), revision.number());
            } else if (change instanceof Superseded superseded) {
                count("superseded ids", true);
                gone.add(superseded.sessionId());
                last.put(superseded.sessionId(), superseded.number());
                highest.merge(superseded.sessionId(), superseded.number(), Math::max);
            } else if (change instanceof Purged) {
                last.remove(change.sessionId());
            }
        }
        last.forEach((id, number) -> count("last records of a lower number", number < highest.get(id)));
        for (Change change : emitted) {
            if (change instanceof Superseded superseded
                    && latest.containsKey(superseded.sessionId())
                    && latest.containsKey(superseded.supersededBy())) {
                seeMove(latest.get(superseded.sessionId()), latest.get(superseded.supersededBy()));
            }
        }
    }

    private void seeMove(Revision from, Revision to) {
        LocalDateTime before = local(from);
        LocalDateTime after = local(to);
        boolean otherDay = !before.toLocalDate().equals(after.toLocalDate());
        count("sessions whose start moved over an hour", otherDay || before.getHour() != after.getHour());
        count("sessions whose start moved over a day", otherDay);
        count(
                "sessions whose start moved over a week",
                before.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) != after.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    private static LocalDateTime local(Revision revision) {
        String zone = revision.session().timeZone();
        return Instant.ofEpochMilli(revision.session().startedAt())
                .atZone(ZoneId.of(ZONES.contains(String.valueOf(zone)) ? zone : "Etc/UTC"))
                .toLocalDateTime();
    }

    /** Rows that stand. */
    public void see(Map<KpiKey, KpiRow> rows) {
        List<String> hours = new ArrayList<>();
        for (KpiRow row : rows.values()) {
            KpiWindow window = row.window();
            count(
                    "runs in a bucket of several lengths",
                    row.numbers().songsPerRun().countFrom(32) > 0);
            long length = row.endsAt() - row.startsAt();
            if (window.period() == HOUR && window.offsetSeconds() != null) {
                count("hours that are cut", length < HOUR_MS);
                count("hours that begin at half past", row.startsAt() % HOUR_MS == HOUR_MS / 2);
                hours.add(row.subject() + " " + row.place() + " " + window.start());
            } else if (window.period() == DAY && row.place().country() != null) {
                count("days of 23 hours", length == 23 * HOUR_MS);
                count("days of 25 hours", length == 25 * HOUR_MS);
                count("days of 23 and a half or 24 and a half hours", Math.abs(length - 24 * HOUR_MS) == HOUR_MS / 2);
                count(
                        "days next to one that there was not",
                        row.mainTimeZone().equals("Pacific/Apia")
                                && window.start().toString().equals("2011-12-31T00:00"));
                count("days before any other zone has them", row.mainTimeZone().equals("Pacific/Kiritimati"));
            } else if (window.period() == WEEK) {
                count("the 53rd week of a year", window.start().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) == 53);
            }
        }
        count("hours that come twice", Set.copyOf(hours).size() < hours.size());
    }

    private void count(String what, boolean isSeen) {
        seen.merge(what, isSeen ? 1 : 0, Integer::sum);
    }

    /** What was seen in too few of so many histories. */
    public List<String> missing(int histories) {
        return DUE.entrySet().stream()
                .filter(due -> seen.getOrDefault(due.getKey(), 0) <= histories / due.getValue())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    @Override
    public String toString() {
        return seen.toString();
    }
}
