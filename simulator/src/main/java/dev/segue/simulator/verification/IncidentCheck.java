package dev.segue.simulator.verification;

import dev.segue.contracts.Direction;
import dev.segue.contracts.Incident;
import dev.segue.contracts.IncidentStatus;
import dev.segue.contracts.KpiSubjectKind;
import dev.segue.simulator.audience.StagedMonday;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The incidents emitted, compared with those staged.
 *
 * @param sentences one sentence for each incident emitted
 * @param differences one sentence each; empty when exactly the staged incidents were emitted
 */
public record IncidentCheck(List<String> sentences, List<String> differences) implements Check {

    /** The KPI in the story. */
    private static final String SONGS_PER_RUN = "SONGS_PER_RUN";

    public IncidentCheck {
        sentences = List.copyOf(sentences);
        differences = List.copyOf(differences);
    }

    /**
     * Compares.
     *
     * @param staged empty when nothing unusual happened
     * @param end of the audience, in epoch milliseconds: incidents that began shortly before may be missing
     */
    public static IncidentCheck of(Collection<Incident> emitted, Optional<StagedMonday> staged, long end) {
        List<String> sentences = new ArrayList<>();
        List<String> differences = new ArrayList<>();
        boolean found = false;
        for (Incident incident : emitted) {
            sentences.add(incident.getStatus() + ": " + incident.getSentence());
            if (staged.filter(monday -> belongsTo(monday, incident)).isEmpty()) {
                differences.add("This was not staged: " + incident.getSentence());
                continue;
            }
            if (found) {
                differences.add("This is a duplicate: " + incident.getSentence());
            }
            found = true;
            boolean mustBeOver = staged.get().isOverBy(end);
            if (mustBeOver && incident.getStatus() != IncidentStatus.CLOSED) {
                differences.add("It should be closed, but is " + incident.getStatus() + ": " + incident.getSentence());
            }
        }
        if (!found && staged.isPresent() && staged.get().isOverBy(end)) {
            differences.add("Listeners in " + staged.get().country() + " left "
                    + staged.get().playlist() + " sooner than usual from "
                    + Instant.ofEpochMilli(staged.get().from()) + " on, but there is no incident.");
        }
        return new IncidentCheck(sentences, differences);
    }

    @Override
    public boolean isGood() {
        return differences.isEmpty();
    }

    @Override
    public List<String> inWords() {
        List<String> lines = new ArrayList<>();
        lines.add(sentences.isEmpty() ? "There was no incident." : "Incidents:");
        lines.addAll(Check.listed(sentences));
        lines.add(isGood() ? "This is as staged." : "NOT as staged:");
        lines.addAll(Check.listed(differences));
        return lines;
    }

    private static boolean belongsTo(StagedMonday monday, Incident incident) {
        long since = incident.getSince().toEpochMilli();
        return incident.getKpi().equals(SONGS_PER_RUN)
                && incident.getDirection() == Direction.LOWER
                && incident.getSubject().getKind() == KpiSubjectKind.PLAYLIST
                && monday.playlist().equals(incident.getSubject().getId())
                && monday.country().equals(incident.getPlace().getCountry())
                && since >= monday.from()
                && since < monday.until();
    }
}
