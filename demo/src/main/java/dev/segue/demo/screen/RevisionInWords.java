package dev.segue.demo.screen;

import dev.segue.contracts.MoodQuadrant;
import dev.segue.contracts.SessionRevision;
import dev.segue.contracts.SessionStatus;
import dev.segue.contracts.SessionTotals;
import dev.segue.contracts.Skips;
import java.time.Duration;
import java.util.Locale;

/** Describes a revision of a session in a sentence. */
public final class RevisionInWords {

    private RevisionInWords() {}

    /** For example {@code anna's session of 42 min ended: 12 songs, 3 skipped, calm music; revision 4, final}. */
    public static String of(SessionRevision revision) {
        return subject(revision) + "; revision " + revision.getRevision() + ", "
                + revision.getStatus().name().toLowerCase(Locale.ROOT);
    }

    private static String subject(SessionRevision revision) {
        String whose = revision.getUserId() + "'s session ";
        if (revision.getStatus() == SessionStatus.SUPERSEDED) {
            return whose + "turned out to be part of another";
        }
        SessionTotals totals = revision.getTotals();
        String length = Spans.inMinutes(
                Duration.between(revision.getStartedAt(), totals.getEndedAt()).toMillis());
        return whose + "of " + length + " " + whatHappened(revision) + ": " + content(totals);
    }

    private static String whatHappened(SessionRevision revision) {
        if (revision.getStatus() == SessionStatus.CORRECTED) {
            return revision.getOpen() ? "goes on after all" : "was corrected";
        }
        return revision.getOpen() ? "goes on" : "ended";
    }

    private static String content(SessionTotals totals) {
        Skips skips = totals.getSkips();
        int skipped = skips.getQuick() + skips.getEarly() + skips.getLate();
        return counted(totals.getPlays(), "song")
                + (skipped == 0 ? "" : ", " + skipped + " skipped")
                + devices(totals)
                + mood(totals);
    }

    private static String devices(SessionTotals totals) {
        return totals.getDevices() > 1 ? ", on " + totals.getDevices() + " devices" : "";
    }

    private static String mood(SessionTotals totals) {
        if (totals.getMood() == null || totals.getMood().getQuadrant() == MoodQuadrant.UNKNOWN) {
            return "";
        }
        return ", " + totals.getMood().getQuadrant().name().toLowerCase(Locale.ROOT) + " music";
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
