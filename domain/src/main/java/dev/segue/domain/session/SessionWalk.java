package dev.segue.domain.session;

import dev.segue.domain.listening.Interruptions;
import dev.segue.domain.listening.ListenedTime;
import dev.segue.domain.listening.Moods;
import dev.segue.domain.listening.Play;
import dev.segue.domain.listening.Run;
import dev.segue.domain.listening.Runs;
import dev.segue.domain.listening.Silence;
import dev.segue.domain.listening.Skips;
import dev.segue.domain.listening.Stretches;
import dev.segue.domain.playback.Content;
import dev.segue.domain.playback.Detail.SearchPerformed;
import dev.segue.domain.playback.Detail.TrackEnded;
import dev.segue.domain.playback.Device;
import dev.segue.domain.playback.PlayContext;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.timeline.Activity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Walks the activities of one session in order, and aggregates them. */
final class SessionWalk implements Consumer<Activity> {

    private static final Comparator<Played> IN_PLAY_ORDER =
            Comparator.comparing(Played::play, Play.ORDER).thenComparingLong(Played::fingerprint);

    private final String listener;
    private final SessionRules rules;
    private final int part;

    private final List<Played> played = new ArrayList<>();
    private final List<PlaybackEvent> sounding = new ArrayList<>();
    private final List<PlaybackEvent> pauses = new ArrayList<>();
    private final List<Runs.Search> searches = new ArrayList<>();
    private final Set<String> devices = new HashSet<>();
    private String lastDevice;
    private int events;
    private String country;
    private String timeZone;
    private Device.Type deviceType = Device.Type.UNKNOWN;

    SessionWalk(String listener, SessionRules rules, int part) {
        this.listener = listener;
        this.rules = rules;
        this.part = part;
    }

    private record Played(Play play, long fingerprint) {}

    @Override
    public void accept(Activity activity) {
        if (!activity.owner()) {
            return;
        }
        PlaybackEvent event = activity.event();
        events++;
        noteDevice(event.device().id());
        country = country == null ? event.country() : country;
        timeZone = timeZone == null ? event.timeZone() : timeZone;
        deviceType = deviceType == Device.Type.UNKNOWN ? event.device().type() : deviceType;
        if (event.detail() instanceof TrackEnded ended) {
            sounding.add(event);
            if (ended.content() == Content.TRACK) {
                played.add(new Played(Play.of(event, rules.maxPlayMs()), activity.fingerprint()));
            }
        } else if (Presence.isPauseOrResume(event)) {
            pauses.add(event);
        } else if (event.detail() instanceof SearchPerformed) {
            searches.add(new Runs.Search(
                    event.occurredAt(), event.eventId(), event.device().id()));
        }
    }

    /** Avoids a set lookup: most events come from the same device as the event before. */
    private void noteDevice(String device) {
        if (!device.equals(lastDevice)) {
            lastDevice = device;
            devices.add(device);
        }
    }

    /** The plays, in play order. */
    List<Play> plays() {
        played.sort(IN_PLAY_ORDER);
        List<Play> plays = new ArrayList<>(played.size());
        for (Played one : played) {
            plays.add(one.play());
        }
        return plays;
    }

    /**
     * The session.
     *
     * @param plays from {@link #plays}
     */
    Session session(long startedAt, long endedAt, List<Play> plays) {
        List<Run> runs = new ArrayList<>();
        List<Run> otherRuns = new ArrayList<>();
        int longestRun = 0;
        for (Run run : Runs.in(plays, searches, rules.listening())) {
            if (run.context().type() == PlayContext.Type.PLAYLIST) {
                runs.add(run);
                longestRun = Math.max(longestRun, run.songs());
            } else {
                otherRuns.add(run);
            }
        }
        int listed = Math.min(runs.size(), Session.MOST_RUNS);
        return new Session(
                SessionId.of(listener, startedAt),
                listener,
                startedAt,
                endedAt,
                country,
                timeZone,
                deviceType,
                part,
                events,
                plays.size(),
                counted(plays),
                Skips.in(plays, rules.listening()),
                ListenedTime.of(plays),
                interruptions(startedAt, endedAt),
                devices.size(),
                deviceChanges(plays),
                runs.size(),
                runs.subList(0, listed),
                longestRun,
                otherRuns.subList(0, Math.min(otherRuns.size(), Session.MOST_RUNS - listed)),
                Moods.of(plays, rules.listening()));
    }

    private int counted(List<Play> plays) {
        int counted = 0;
        for (Play play : plays) {
            counted += play.isCounted(rules.listening()) ? 1 : 0;
        }
        return counted;
    }

    private Interruptions interruptions(long startedAt, long endedAt) {
        pauses.sort(Presence.AS_IT_HAPPENED);
        Stretches sound = new Stretches();
        for (PlaybackEvent event : sounding) {
            List<PlaybackEvent> ofPlay = pausesOf(event);
            if (ofPlay.isEmpty()) {
                long played = Play.clampedPlayed((TrackEnded) event.detail(), event.occurredAt(), rules.maxPlayMs());
                sound.add(event.occurredAt() - played, event.occurredAt());
            } else {
                Pieces.of(event, ofPlay, rules).forEach(piece -> sound.add(piece.from(), piece.to()));
            }
        }
        return Silence.in(startedAt, endedAt, sound, pauses, rules.listening());
    }

    private List<PlaybackEvent> pausesOf(PlaybackEvent play) {
        int low = 0;
        int high = pauses.size();
        long from = Presence.from(play, rules);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (pauses.get(middle).occurredAt() < from) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        Stream<PlaybackEvent> during =
                pauses.subList(low, pauses.size()).stream().takeWhile(pause -> pause.occurredAt() <= play.occurredAt());
        return Presence.pausesOf(play, during, rules);
    }

    private static int deviceChanges(List<Play> plays) {
        int changes = 0;
        for (int i = 1; i < plays.size(); i++) {
            changes +=
                    plays.get(i).device().id().equals(plays.get(i - 1).device().id()) ? 0 : 1;
        }
        return changes;
    }
}
