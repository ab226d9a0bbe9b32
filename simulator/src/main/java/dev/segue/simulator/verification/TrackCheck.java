package dev.segue.simulator.verification;

import static dev.segue.simulator.verification.Check.number;

import dev.segue.app.recount.TrackRecount;
import dev.segue.contracts.SessionPlays;
import dev.segue.contracts.SessionRevision;
import dev.segue.contracts.TrackKpis;
import java.util.Collection;
import java.util.List;

/**
 * The topic of track KPIs, compared with a recount of sessions and plays.
 *
 * @param tracks how many tracks are counted one by one, over all subjects and weeks
 * @param differences one sentence for each subject and week that differs from the recount
 */
public record TrackCheck(long tracks, List<String> differences) implements Check {

    public TrackCheck {
        differences = List.copyOf(differences);
    }

    public static TrackCheck of(
            Collection<SessionRevision> current, Collection<SessionPlays> plays, Collection<TrackKpis> kpis) {
        return new TrackCheck(
                kpis.stream().mapToLong(some -> some.getTracks().size()).sum(),
                TrackRecount.differences(current, plays, kpis));
    }

    @Override
    public boolean isGood() {
        return differences.isEmpty();
    }

    @Override
    public List<String> inWords() {
        return Check.verdict(
                differences,
                "All track KPIs, of " + number(tracks) + " tracks, match a recount of the plays.",
                "NOT as counted: the track KPIs of " + number(differences.size())
                        + " subjects and weeks differ from a recount of the plays");
    }
}
