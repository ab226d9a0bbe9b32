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
 * The plays that were paused for longer than the gap. A pause or a resume that arrives mends them: it replaces what they
 * prove. They are rare, so what they cost is a walk over the stretch of time they span.
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

    /** The broken plays that an event mends. */
    List<BrokenPlay> mendedBy(PlaybackEvent event) {
        if (plays.isEmpty() || !Presence.isPauseOrResume(event)) {
            return List.of();
        }
        return plays.stream()
                .filter(broken -> Presence.isOfPlay(event, broken.event(), rules))
                .toList();
    }

    /** The pauses and resumes of a broken play that are known, as they happened; none of any other event. */
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

    /** What these plays prove, by the pauses and resumes that are known now. */
    List<Activity> activitiesOf(List<BrokenPlay> some) {
        List<Activity> activities = new ArrayList<>();
        for (BrokenPlay play : some) {
            activities.addAll(Presence.of(play.event(), play.fingerprint(), pausesOf(play.event()), rules));
        }
        return activities;
    }

    /** Puts the activities of mended plays where they belong now. */
    Touched mend(List<Activity> added, List<Activity> before, List<Activity> after) {
        Set<Activity> gone = new LinkedHashSet<>(before);
        after.forEach(gone::remove);
        Set<Activity> come = new LinkedHashSet<>(after);
        before.forEach(come::remove);
        gone.forEach(timeline::remove);
        come.forEach(timeline::add);
        come.addAll(added);
        return new Touched(come, gone);
    }
}
