package dev.segue.domain.proof;

import dev.segue.domain.listening.Play;
import dev.segue.domain.listening.Skips;
import dev.segue.domain.playback.Content;
import dev.segue.domain.playback.Detail.TrackEnded;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.session.Session;
import dev.segue.domain.session.SessionRules;
import java.util.List;
import java.util.Set;

/**
 * Counts plays by a literal reading of the rules. Covers what both implementations share, and would get wrong together:
 * played time, skips and their classes, counted plays, and the order of plays.
 */
final class PlainCount {

    private static final Set<String> LISTENERS_CHOICE = Set.of("FORWARD", "BACK", "PICKED_OTHER");

    private PlainCount() {}

    /** The expected output of one play, in words. */
    static String inWords(Play play) {
        return play.eventId() + " " + play.startedAt() + " " + play.endedAt() + " " + play.playedMs() + " "
                + play.endReason() + " " + play.trackId() + " " + play.context() + " " + play.device();
    }

    /** The expected output of the play of a track-ended event, in words; null for any other event. */
    static String inWords(PlaybackEvent event, SessionRules rules) {
        if (!(event.detail() instanceof TrackEnded ended) || ended.content() != Content.TRACK) {
            return null;
        }
        long lasted = event.occurredAt() - ended.startedAt();
        long played = ended.playedMs();
        if (played > lasted) {
            played = lasted;
        }
        if (played > rules.maxPlayMs()) {
            played = rules.maxPlayMs();
        }
        if (played < 0) {
            played = 0;
        }
        return event.eventId() + " " + ended.startedAt() + " " + event.occurredAt() + " " + played + " "
                + ended.endReason() + " " + ended.trackId() + " " + ended.context() + " " + event.device();
    }

    /** The error in a session that has these plays; null if there is none. */
    static String objection(Session session, List<Play> plays) {
        int quick = 0;
        int early = 0;
        int late = 0;
        int counted = 0;
        for (int i = 0; i < plays.size(); i++) {
            Play play = plays.get(i);
            counted += play.playedMs() >= 30_000 ? 1 : 0;
            if (LISTENERS_CHOICE.contains(play.endReason().name())) {
                quick += play.playedMs() < 5_000 ? 1 : 0;
                early += play.playedMs() >= 5_000 && play.playedMs() < 30_000 ? 1 : 0;
                late += play.playedMs() >= 30_000 ? 1 : 0;
            }
            if (i > 0 && isAfter(plays.get(i - 1), play)) {
                return "plays are in order, but " + plays.get(i - 1) + " comes before " + play;
            }
        }
        if (session.plays() != plays.size() || session.countedPlays() != counted) {
            return "it has " + plays.size() + " plays, of which " + counted + " are counted";
        }
        return session.skips().equals(new Skips(quick, early, late))
                ? null
                : "its skips are " + quick + ", " + early + " and " + late;
    }

    private static boolean isAfter(Play one, Play other) {
        if (one.startedAt() != other.startedAt()) {
            return one.startedAt() > other.startedAt();
        }
        if (one.endedAt() != other.endedAt()) {
            return one.endedAt() > other.endedAt();
        }
        return one.eventId().compareTo(other.eventId()) > 0;
    }
}
