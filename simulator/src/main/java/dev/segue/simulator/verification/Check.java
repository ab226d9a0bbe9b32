package dev.segue.simulator.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One comparison of results with what was expected. */
public sealed interface Check
        permits Accounting, IncidentCheck, PlaysCheck, RevisionCheck, RowCheck, SessionCheck, TrackCheck {

    /** Whether there is no difference. */
    boolean isGood();

    /** What was found, line by line. */
    List<String> inWords();

    /**
     * One line when there is no difference; else a heading, and the differences below it.
     *
     * @param good the line
     * @param bad the heading, without its colon
     */
    static List<String> verdict(List<String> differences, String good, String bad) {
        if (differences.isEmpty()) {
            return List.of(good);
        }
        List<String> lines = new ArrayList<>();
        lines.add(bad + ":");
        lines.addAll(listed(differences));
        return lines;
    }

    /** The first of these sentences, indented, and how many more there are. */
    static List<String> listed(List<String> sentences) {
        int most = 20;
        List<String> lines = new ArrayList<>();
        sentences.stream().limit(most).forEach(each -> lines.add("  " + each));
        if (sentences.size() > most) {
            lines.add("  and " + number(sentences.size() - most) + " more");
        }
        return lines;
    }

    /** With a comma between thousands. */
    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
