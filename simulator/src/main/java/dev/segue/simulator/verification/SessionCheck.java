package dev.segue.simulator.verification;

import static dev.segue.simulator.verification.Check.number;

import dev.segue.contracts.Run;
import dev.segue.contracts.SessionRevision;
import dev.segue.contracts.SessionTotals;
import dev.segue.simulator.plan.PlannedSession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The sessions topic, compared with the plan record by record.
 *
 * @param planned how many sessions there must be
 * @param agreeing how many sessions agree with the plan in every field of the plan
 * @param differences one sentence each, by listener and time; empty when all is as planned
 */
public record SessionCheck(long planned, long agreeing, List<String> differences) implements Check {

    public SessionCheck {
        differences = List.copyOf(differences);
    }

    /** Who sat down when: identifies a session. */
    private record Sitting(String listener, long startedAt) implements Comparable<Sitting> {
        @Override
        public int compareTo(Sitting other) {
            int byListener = listener.compareTo(other.listener);
            return byListener != 0 ? byListener : Long.compare(startedAt, other.startedAt);
        }

        @Override
        public String toString() {
            return listener + " at " + Instant.ofEpochMilli(startedAt);
        }
    }

    /**
     * Compares.
     *
     * @param emitted the last revision of every id that is not superseded
     * @param openFrom a session that ends then or later may still be open; in epoch milliseconds
     */
    public static SessionCheck of(
            Collection<PlannedSession> planned, Collection<SessionRevision> emitted, long openFrom) {
        Map<Sitting, SessionRevision> unplanned = new HashMap<>();
        Map<Sitting, String> differences = new TreeMap<>();
        for (SessionRevision revision : emitted) {
            Sitting sitting =
                    new Sitting(revision.getUserId(), revision.getStartedAt().toEpochMilli());
            if (unplanned.put(sitting, revision) != null) {
                differences.put(sitting, sitting + ": two sessions begin at the same time.");
            }
        }
        long agreeing = 0;
        for (PlannedSession session : planned) {
            Sitting sitting = new Sitting(session.listener(), session.startedAt());
            SessionRevision revision = unplanned.remove(sitting);
            if (revision == null) {
                differences.put(
                        sitting,
                        sitting + ": planned until " + Instant.ofEpochMilli(session.endedAt()) + " with "
                                + plays(session.plays()) + ", but there is no such session.");
                continue;
            }
            List<String> wrong = differences(session, revision, openFrom);
            if (wrong.isEmpty()) {
                agreeing++;
            } else {
                differences.put(sitting, sitting + ": " + String.join("; ", wrong) + ".");
            }
        }
        unplanned.forEach((sitting, revision) -> differences.put(
                sitting,
                sitting + ": there is a session until "
                        + revision.getTotals().getEndedAt() + " with "
                        + plays(revision.getTotals().getPlays()) + ", but it was not planned."));
        return new SessionCheck(planned.size(), agreeing, List.copyOf(differences.values()));
    }

    @Override
    public boolean isGood() {
        return differences.isEmpty();
    }

    @Override
    public List<String> inWords() {
        return Check.verdict(
                differences,
                "All " + number(agreeing) + " sessions are as planned.",
                "NOT as planned: " + number(agreeing) + " of " + number(planned) + " sessions match, but there "
                        + (differences.size() == 1
                                ? "is 1 difference"
                                : "are " + number(differences.size()) + " differences"));
    }

    private static List<String> differences(PlannedSession planned, SessionRevision revision, long openFrom) {
        SessionTotals emitted = revision.getTotals();
        List<String> wrong = new ArrayList<>();
        if (revision.getOpen() && planned.endedAt() < openFrom) {
            wrong.add("is still open after the end of the audience");
        }
        compare("the end", Instant.ofEpochMilli(planned.endedAt()), emitted.getEndedAt(), wrong);
        compare("the country", planned.country(), emitted.getCountry(), wrong);
        compare("the time zone", planned.timeZone(), emitted.getTimeZone(), wrong);
        compare("the part", planned.part(), emitted.getPart(), wrong);
        compare("events", planned.events(), emitted.getEvents(), wrong);
        compare("plays", planned.plays(), emitted.getPlays(), wrong);
        compare("counted plays", planned.countedPlays(), emitted.getCountedPlays(), wrong);
        compare("quick skips", planned.quickSkips(), emitted.getSkips().getQuick(), wrong);
        compare("early skips", planned.earlySkips(), emitted.getSkips().getEarly(), wrong);
        compare("late skips", planned.lateSkips(), emitted.getSkips().getLate(), wrong);
        compare("listened ms", planned.listenedMs(), emitted.getListenedMs(), wrong);
        compare("devices", planned.devices(), emitted.getDevices(), wrong);
        compare("runs", planned.runs(), runs(emitted), wrong);
        return wrong;
    }

    private static String plays(int number) {
        return number == 1 ? "1 play" : number + " plays";
    }

    private static List<PlannedSession.Run> runs(SessionTotals emitted) {
        return emitted.getRuns().stream().map(SessionCheck::run).toList();
    }

    private static PlannedSession.Run run(Run run) {
        return new PlannedSession.Run(run.getContext().getId(), run.getContext().getEdition(), run.getSongs());
    }

    private static void compare(String what, Object planned, Object emitted, List<String> wrong) {
        if (!Objects.equals(planned, emitted)) {
            wrong.add(what + ": planned " + planned + ", found " + emitted);
        }
    }
}
