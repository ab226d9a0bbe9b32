package dev.segue.domain.reference;

import static java.util.stream.Collectors.groupingBy;

import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.session.Session;
import dev.segue.domain.session.SessionRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds the current sessions for a set of accepted events. Built to be correct, not fast. */
public final class BatchReference {

    private BatchReference() {}

    /**
     * The current sessions, by listener and start.
     *
     * @param accepted events of any listeners in any order, with corrected times and known tracks; repetitions change
     *     nothing, except that of copies that were delivered differently the first one counts
     */
    public static List<Session> sessionsOf(Collection<PlaybackEvent> accepted, SessionRules rules) {
        List<Session> sessions = new ArrayList<>();
        Map<String, List<PlaybackEvent>> byListener =
                Copies.droppedFrom(accepted).stream().collect(groupingBy(PlaybackEvent::listener));
        new TreeMap<>(byListener).values().forEach(events -> sessions.addAll(sessionsOfOne(events, rules)));
        return sessions;
    }

    private static List<Session> sessionsOfOne(List<PlaybackEvent> events, SessionRules rules) {
        List<Session> sessions = new ArrayList<>();
        for (List<Activity> chain : chains(activities(events, rules), rules.gapMs())) {
            int part = 0;
            for (List<Activity> activities : parts(chain, rules.capMs())) {
                sessions.add(Portrait.of(activities, part++, rules));
            }
        }
        return sessions;
    }

    private static List<Activity> activities(List<PlaybackEvent> events, SessionRules rules) {
        List<Activity> activities = new ArrayList<>();
        for (PlaybackEvent event : events) {
            List<Stretch> pieces = Presence.proven(event, events, rules);
            for (int i = 0; i < pieces.size(); i++) {
                activities.add(new Activity(event, pieces.get(i), i == pieces.size() - 1));
            }
        }
        activities.sort(Activity.ORDER);
        return activities;
    }

    /** Activities belong together as long as no idle gap is longer than the gap. */
    private static List<List<Activity>> chains(List<Activity> activities, long gapMs) {
        List<List<Activity>> chains = new ArrayList<>();
        List<Activity> chain = new ArrayList<>();
        long end = 0;
        for (Activity activity : activities) {
            if (!chain.isEmpty() && activity.from() - end > gapMs) {
                chains.add(chain);
                chain = new ArrayList<>();
            }
            end = chain.isEmpty() ? activity.to() : Math.max(end, activity.to());
            chain.add(activity);
        }
        if (!chain.isEmpty()) {
            chains.add(chain);
        }
        return chains;
    }

    /**
     * A chain is cut from the left: an activity that starts more than the cap after its part's first one opens the next
     * part.
     */
    private static List<List<Activity>> parts(List<Activity> chain, long capMs) {
        List<List<Activity>> parts = new ArrayList<>();
        List<Activity> part = new ArrayList<>();
        for (Activity activity : chain) {
            if (!part.isEmpty() && activity.from() - part.get(0).from() > capMs) {
                parts.add(part);
                part = new ArrayList<>();
            }
            part.add(activity);
        }
        parts.add(part);
        return parts;
    }
}
