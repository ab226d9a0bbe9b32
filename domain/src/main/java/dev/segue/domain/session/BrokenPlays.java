package dev.segue.domain.session;

import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.session.ListenerMemory.BrokenPlay;
import dev.segue.domain.session.SessionReconciler.Touched;
import dev.segue.domain.timeline.Activity;
import dev.segue.domain.timeline.Timeline;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The plays that were silent for longer than the session gap. A pause or resume that arrives later replaces the
 * estimate of what they prove. They are rare, so a walk over the time they span is cheap enough.
 */
final class BrokenPlays {

    private final List<BrokenPlay> plays;
    private final Timeline timeline;
    private final SessionRules rules;

    BrokenPlays(List<BrokenPlay> plays, Timeline timeline, SessionRules rules) {
        this.plays = plays;
        this.timeline = timeline;
        this.rules = rules;
    }

    /** The broken plays that an event changes. */
    List<BrokenPlay> changedBy(PlaybackEvent event) {
        if (plays.isEmpty() || !Presence.isPauseOrResume(event)) {
            return List.of();
        }
        return plays.stream()
                .filter(broken -> Presence.isOfPlay(event, broken.event(), rules))
                .toList();
    }

    /** The known pauses and resumes of a broken play, in order of time; empty for any other event. */
    List<PlaybackEvent> pausesOf(PlaybackEvent event) {
        return Presence.isBroken(event, rules)
                ? Presence.pausesOf(event, pausesIn(Presence.from(event, rules), event.occurredAt()).stream(), rules)
                : List.of();
    }

    /**
     * The activities of these plays, given the pauses and resumes known now. Walks over the time that they span once,
     * however many they are.
     */
    List<Activity> activitiesOf(List<BrokenPlay> some) {
        long from = Long.MAX_VALUE;
        long to = Long.MIN_VALUE;
        for (BrokenPlay play : some) {
            from = Math.min(from, Presence.from(play.event(), rules));
            to = Math.max(to, play.event().occurredAt());
        }
        List<PlaybackEvent> pauses = some.isEmpty() ? List.of() : pausesIn(from, to);
        List<Activity> activities = new ArrayList<>();
        for (BrokenPlay play : some) {
            List<PlaybackEvent> ofPlay = Presence.pausesOf(play.event(), pauses.stream(), rules);
            activities.addAll(Presence.of(play.event(), play.fingerprint(), ofPlay, rules));
        }
        return activities;
    }

    /** Drops the plays that ended so long ago that a pause or resume within them would be late. */
    void dropLate(long acceptance) {
        plays.removeIf(play -> rules.isLate(play.event().occurredAt(), acceptance));
    }

    /** All pauses and resumes from {@code from} to {@code to} (both inclusive), in order of time. */
    private List<PlaybackEvent> pausesIn(long from, long to) {
        List<PlaybackEvent> pauses = new ArrayList<>();
        timeline.forEach(from, to + 1, activity -> {
            if (Presence.isPauseOrResume(activity.event())) {
                pauses.add(activity.event());
            }
        });
        pauses.sort(Presence.AS_IT_HAPPENED);
        return pauses;
    }

    /**
     * Moves the activities of changed plays to where they belong now.
     *
     * @param own the activities of the event that changed the plays
     */
    Touched move(List<Activity> own, List<Activity> before, List<Activity> after) {
        Set<Activity> removed = new LinkedHashSet<>(before);
        after.forEach(removed::remove);
        Set<Activity> added = new LinkedHashSet<>(after);
        before.forEach(added::remove);
        removed.forEach(timeline::remove);
        added.forEach(timeline::add);
        added.addAll(own);
        return Touched.of(added, removed);
    }
}
