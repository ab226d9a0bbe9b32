package dev.segue.domain.session;

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

/** Walks the activities of one session in order, from the beginning or from known totals on, and adds them up. */
final class SessionWalk implements Consumer<Activity> {

    /** With more devices in a session, its totals are not stored, so that they stay small. */
    private static final int MOST_DEVICES = 100;

    private final String listener;
    private final SessionRules rules;
    private final int part;
    private final SessionTotals known;

    private final List<Step> steps = new ArrayList<>();
    private final List<PlaybackEvent> sounding = new ArrayList<>();
    private final List<PlaybackEvent> pauses = new ArrayList<>();
    private boolean isInPlayOrder = true;
    private boolean isStale;

    private int events;
    private final Set<String> devices;
    private String lastDevice;
    private String country;
    private String timeZone;
    private Device.Type deviceType;
    private int plays;
    private int countedPlays;
    private Skips skips;
    private int deviceChanges;
    private String lastDevicePlayed;
    private final Stretches sound;
    private final Runs runs;
    private final Moods mood;
    private final Silence silence;

    /** From the totals on, which stay unchanged. */
    SessionWalk(String listener, SessionRules rules, int part, SessionTotals known) {
        this.listener = listener;
        this.rules = rules;
        this.part = part;
        this.known = known;
        events = known.events();
        devices = new HashSet<>(known.devices());
        country = known.country();
        timeZone = known.timeZone();
        deviceType = known.deviceType();
        plays = known.plays();
        countedPlays = known.countedPlays();
        skips = known.skips();
        deviceChanges = known.deviceChanges();
        lastDevicePlayed = known.lastDevice();
        sound = known.sound().copy();
        runs = new Runs(known.runs(), rules.listening());
        mood = new Moods(known.mood(), rules.listening());
        silence = new Silence(known.quietSince(), known.interruptions(), rules.listening());
    }

    /**
     * An event in its place among the plays.
     *
     * @param activityFrom start of its activity: later than {@code from} for a play that was cut, or broken
     * @param play null for any other event
     */
    private record Step(long from, long to, long activityFrom, PlaybackEvent event, long fingerprint, Play play) {

        static final Comparator<Step> IN_PLAY_ORDER = Comparator.comparingLong(Step::from)
                .thenComparingLong(Step::to)
                .thenComparing(step -> step.event().eventId())
                .thenComparingLong(Step::fingerprint);
    }

    @Override
    public void accept(Activity activity) {
        if (!activity.owner()) {
            return;
        }
        PlaybackEvent event = activity.event();
        boolean isNew = activity.from() >= known.until();
        if (event.detail() instanceof TrackEnded ended) {
            sounding.add(event);
            // It was cut, or broken: then it is elsewhere among the plays than among the activities.
            isInPlayOrder &= ended.startedAt() == activity.from();
            isStale |= isNew && ended.startedAt() < known.until();
            if (isNew && ended.content() == Content.TRACK) {
                Play play = Play.of(event, rules.maxPlayMs());
                steps.add(new Step(
                        play.startedAt(), play.endedAt(), activity.from(), event, activity.fingerprint(), play));
                return;
            }
        } else if (Presence.isPauseOrResume(event)) {
            pauses.add(event);
        }
        if (isNew) {
            steps.add(new Step(activity.from(), activity.to(), activity.from(), event, activity.fingerprint(), null));
        }
    }

    /** Whether something belongs before the end of the known totals, so that they must not be used. */
    boolean isStale() {
        return isStale;
    }

    /** The plays after those in the known totals, in play order. */
    List<Play> plays() {
        List<Play> found = new ArrayList<>(steps.size());
        for (Step step : inPlayOrder(steps)) {
            if (step.play() != null) {
                found.add(step.play());
            }
        }
        return found;
    }

    private List<Step> inPlayOrder(List<Step> some) {
        if (isInPlayOrder) {
            return some;
        }
        List<Step> sorted = new ArrayList<>(some);
        sorted.sort(Step.IN_PLAY_ORDER);
        return sorted;
    }

    /**
     * Adds up whole chunks of plays for the next walk, and leaves half a chunk or more to it, because late events come
     * there. Must be called before {@link #session}.
     *
     * @param newPlays from {@link #plays}
     * @param chunk a number of plays
     * @return null where too few plays are new, or those before a time are not the same among plays and among activities
     */
    SessionTotals fold(List<Play> newPlays, int chunk) {
        int folded = (newPlays.size() - (chunk + 1) / 2) / chunk * chunk;
        if (folded <= 0) {
            return null;
        }
        long until = newPlays.get(folded).startedAt();
        if (newPlays.get(folded - 1).startedAt() == until || isAcross(until)) {
            return null;
        }
        List<Step> before = steps.stream().filter(step -> step.from() < until).toList();
        addUp(before, inPlayOrder(before));
        steps.removeIf(step -> step.from() < until);
        if (devices.size() > MOST_DEVICES) {
            return null;
        }
        sound.settle(until);
        long silenceFrom = followSilence(until);
        return new SessionTotals(
                rules.ofTotals(),
                until,
                silenceFrom,
                events,
                devices.stream().sorted().toList(),
                country,
                timeZone,
                deviceType,
                plays,
                countedPlays,
                skips,
                deviceChanges,
                lastDevicePlayed,
                sound.copy(),
                runs.soFar(until),
                mood.sums(),
                silence.quietSince(),
                silence.interruptions());
    }

    /** Whether a play is before that time among the plays, and after it among the activities. */
    private boolean isAcross(long time) {
        return steps.stream().anyMatch(step -> step.from() < time && step.activityFrom() >= time);
    }

    /** The session. */
    Session session(long startedAt, long endedAt) {
        addUp(steps, inPlayOrder(steps));
        pauses.sort(Presence.AS_IT_HAPPENED);
        Stretches whole = new Stretches();
        sounding.forEach(event -> addSound(event, whole));
        silence.end(endedAt, whole, pauses);

        List<Run> ofPlaylists = new ArrayList<>();
        List<Run> others = new ArrayList<>();
        int longestRun = runs.longestUnlisted();
        for (Run run : runs.list()) {
            if (run.context().type() == PlayContext.Type.PLAYLIST) {
                ofPlaylists.add(run);
                longestRun = Math.max(longestRun, run.songs());
            } else {
                others.add(run);
            }
        }
        int listed = Math.min(ofPlaylists.size(), Session.MOST_RUNS);
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
                plays,
                countedPlays,
                skips,
                sound.length(),
                silence.interruptions(),
                devices.size(),
                deviceChanges,
                ofPlaylists.size() + runs.unlisted(),
                ofPlaylists.subList(0, listed),
                longestRun,
                others.subList(0, Math.min(others.size(), Session.MOST_RUNS - listed)),
                mood.mood());
    }

    /** The same events twice: where they are said comes from the first activities, what is heard from the plays. */
    private void addUp(List<Step> asActivities, List<Step> asPlays) {
        for (Step step : asActivities) {
            note(step.event());
        }
        for (Step step : asPlays) {
            if (step.play() != null) {
                add(step.play());
            } else if (step.event().detail() instanceof SearchPerformed) {
                runs.addSearch(step.event().device().id());
            }
        }
    }

    private void note(PlaybackEvent event) {
        events++;
        // Avoids a set lookup: most events come from the same device as the event before.
        String device = event.device().id();
        if (!device.equals(lastDevice)) {
            lastDevice = device;
            devices.add(device);
        }
        country = country == null ? event.country() : country;
        timeZone = timeZone == null ? event.timeZone() : timeZone;
        deviceType = deviceType == Device.Type.UNKNOWN ? event.device().type() : deviceType;
    }

    private void add(Play play) {
        String device = play.device().id();
        deviceChanges += lastDevicePlayed == null || device.equals(lastDevicePlayed) ? 0 : 1;
        lastDevicePlayed = device;
        plays++;
        countedPlays += play.isCounted(rules.listening()) ? 1 : 0;
        skips = skips.with(play, rules.listening());
        sound.add(play.soundedFrom(), play.endedAt());
        runs.add(play);
        mood.add(play);
    }

    /**
     * Follows the silence as far as it cannot change when later activities are added, and returns from when on they must be
     * walked to follow it further: from the first play that may still be paused, or that may sound later than what was
     * followed.
     */
    private long followSilence(long until) {
        pauses.sort(Presence.AS_IT_HAPPENED);
        Stretches complete = new Stretches();
        long open = until;
        for (PlaybackEvent event : sounding) {
            if (event.occurredAt() < until) {
                addSound(event, complete);
            } else {
                open = Math.min(open, Presence.from(event, rules));
            }
        }
        silence.advance(open, complete, pauses);
        long again = Math.min(open, silence.quietSince());
        for (PlaybackEvent event : sounding) {
            if (event.occurredAt() > silence.quietSince()) {
                again = Math.min(again, Presence.from(event, rules));
            }
        }
        return again;
    }

    private void addSound(PlaybackEvent event, Stretches to) {
        List<PlaybackEvent> ofPlay = pausesOf(event);
        if (ofPlay.isEmpty()) {
            long played = Play.clampedPlayed((TrackEnded) event.detail(), event.occurredAt(), rules.maxPlayMs());
            to.add(event.occurredAt() - played, event.occurredAt());
        } else {
            Pieces.of(event, ofPlay, rules).forEach(piece -> to.add(piece.from(), piece.to()));
        }
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
}
