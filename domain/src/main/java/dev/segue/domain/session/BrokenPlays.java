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
        if (!Presence.isBroken(event, rules)) {
            return List.of();
        }
        List<PlaybackEvent> pauses = new ArrayList<>();
        timeline.forEach(Presence.from(event, rules), event.occurredAt() + 1, activity -> {
            if (Presence.isOfPlay(activity.event(), event, rules)) {
                pauses.add(activity.event());
            }
        });
        pauses.sort(Presence.AS_IT_HAPPENED);
        return pauses;
    }

    /** The activities of these plays, given the pauses and resumes known now. */
    List<Activity> activitiesOf(List<BrokenPlay> some) {
        List<Activity> activities = new ArrayList<>();
        for (BrokenPlay play : some) {
            activities.addAll(Presence.of(play.event(), play.fingerprint(), pausesOf(play.event()), rules));
        }
        return activities;
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
