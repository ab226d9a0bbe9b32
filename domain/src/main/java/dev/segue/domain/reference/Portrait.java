package dev.segue.domain.reference;

import dev.segue.domain.listening.Interruptions;
import dev.segue.domain.listening.ListeningRules;
import dev.segue.domain.listening.Play;
import dev.segue.domain.listening.Run;
import dev.segue.domain.listening.SkipClass;
import dev.segue.domain.listening.Skips;
import dev.segue.domain.playback.Content;
import dev.segue.domain.playback.Detail.PlaybackPaused;
import dev.segue.domain.playback.Detail.TrackEnded;
import dev.segue.domain.playback.Device;
import dev.segue.domain.playback.PauseCause;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.session.Session;
import dev.segue.domain.session.SessionId;
import dev.segue.domain.session.SessionRules;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Computes everything about a session from its activities. */
final class Portrait {

    private Portrait() {}

    /**
     * The session.
     *
     * @param activities in order, at least one; only events whose deciding piece is among them belong to the session
     * @param part which part of its chain it is
     */
    static Session of(List<Activity> activities, int part, SessionRules rules) {
        String listener = activities.get(0).event().listener();
        long startedAt = activities.get(0).from();
        long endedAt = activities.stream().mapToLong(Activity::to).max().orElseThrow();
        List<PlaybackEvent> events = activities.stream()
                .filter(Activity::decides)
                .map(Activity::event)
                .toList();
        List<Play> plays = events.stream()
                .filter(Portrait::isPlay)
                .sorted(Order.OF_PLAYS)
                .map(event -> Play.of(event, rules.maxPlayMs()))
                .toList();
        List<Run> runs = Runs.fromPlaylists(events, rules);
        return new Session(
                SessionId.of(listener, startedAt),
                listener,
                startedAt,
                endedAt,
                first(events, PlaybackEvent::country),
                first(events, PlaybackEvent::timeZone),
                events.stream()
                        .map(event -> event.device().type())
                        .filter(type -> type != Device.Type.UNKNOWN)
                        .findFirst()
                        .orElse(Device.Type.UNKNOWN),
                part,
                events.size(),
                plays.size(),
                counted(plays, rules.listening()),
                skips(plays, rules.listening()),
                listenedMs(plays),
                interruptions(new Stretch(startedAt, endedAt), events, rules),
                (int) events.stream()
                        .map(event -> event.device().id())
                        .distinct()
                        .count(),
                deviceChanges(plays),
                runs.size(),
                runs.subList(0, Math.min(runs.size(), Session.MOST_RUNS)),
                runs.stream().mapToInt(Run::songs).max().orElse(0),
                Runs.fromElsewhere(events, rules).stream()
                        .limit(Math.max(0, Session.MOST_RUNS - runs.size()))
                        .toList(),
                MoodOfPlays.of(plays, rules.listening().moodHalfLifeMs()));
    }

    static boolean isPlay(PlaybackEvent event) {
        return event.detail() instanceof TrackEnded ended && ended.content() == Content.TRACK;
    }

    static int counted(Collection<Play> plays, ListeningRules rules) {
        return (int) plays.stream().filter(play -> play.isCounted(rules)).count();
    }

    static Skips skips(Collection<Play> plays, ListeningRules rules) {
        return new Skips(
                skips(plays, rules, SkipClass.QUICK),
                skips(plays, rules, SkipClass.EARLY),
                skips(plays, rules, SkipClass.LATE));
    }

    static long listenedMs(Collection<Play> plays) {
        return Sweep.covered(plays.stream()
                .map(play -> new Stretch(play.soundedFrom(), play.endedAt()))
                .toList());
    }

    private static int skips(Collection<Play> plays, ListeningRules rules, SkipClass skipClass) {
        return (int) plays.stream()
                .filter(Play::isSkip)
                .filter(play -> play.skipClass(rules) == skipClass)
                .count();
    }

    private static int deviceChanges(List<Play> plays) {
        int changes = 0;
        for (int i = 1; i < plays.size(); i++) {
            if (!plays.get(i).device().id().equals(plays.get(i - 1).device().id())) {
                changes++;
            }
        }
        return changes;
    }

    /** @param events in order of their activities, so pauses are in order of time */
    private static Interruptions interruptions(Stretch session, List<PlaybackEvent> events, SessionRules rules) {
        List<Stretch> sounding = events.stream()
                .flatMap(event -> Presence.sounding(event, events, rules).stream())
                .toList();
        List<PlaybackEvent> pauses = events.stream()
                .filter(event -> event.detail() instanceof PlaybackPaused)
                .toList();
        Interruptions value = Interruptions.NONE;
        for (Stretch silence : Sweep.uncovered(session, sounding)) {
            PauseCause cause = pauses.stream()
                    .filter(pause -> silence.from() <= pause.occurredAt() && pause.occurredAt() < silence.to())
                    .findFirst()
                    .map(pause -> ((PlaybackPaused) pause.detail()).cause())
                    .orElse(null);
            if (cause != null || silence.length() >= rules.listening().interruptionMs()) {
                value = new Interruptions(
                        value.paused() + (cause != null && cause != PauseCause.STALL ? 1 : 0),
                        value.stalled() + (cause == PauseCause.STALL ? 1 : 0),
                        value.silent() + (cause == null ? 1 : 0),
                        value.totalMs() + silence.length());
            }
        }
        return value;
    }

    private static String first(List<PlaybackEvent> events, Function<PlaybackEvent, String> value) {
        return events.stream().map(value).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
