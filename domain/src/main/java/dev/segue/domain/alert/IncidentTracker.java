package dev.segue.domain.alert;

import dev.segue.domain.alert.Incident.Direction;
import dev.segue.domain.alert.Incident.Status;
import dev.segue.domain.alert.baseline.AlertRules;
import dev.segue.domain.alert.baseline.LocalHour;
import dev.segue.domain.alert.baseline.Reading;
import java.util.ArrayList;
import java.util.List;

/** Opens, updates, closes and withdraws the incidents of a series, one at a time, and collects their revisions. */
final class IncidentTracker {

    private final Series series;
    private final Policy policy;
    private final AlertRules rules;
    private final SeriesMemory memory;
    private final List<Incident> revisions = new ArrayList<>();

    IncidentTracker(Series series, Policy policy, AlertRules rules, SeriesMemory memory) {
        this.series = series;
        this.policy = policy;
        this.rules = rules;
        this.memory = memory;
    }

    /** Removes and returns the revisions since the last call, in order. */
    List<Incident> takeRevisions() {
        List<Incident> taken = List.copyOf(revisions);
        revisions.clear();
        return taken;
    }

    /** Updates or opens an incident, after an hour was evaluated at this age. */
    void update(long hour, int age, long at) {
        WatchedHour watched = memory.hour(hour);
        if (age == 0 && memory.hasOpenEpisode()) {
            memory.episode().wasCompared();
        }
        if (isInEpisode(hour) && memory.hasOpenEpisode()) {
            updateOpen(hour, watched, watched.reading(age), at);
        } else if (isInEpisode(hour)) {
            updateClosed(hour, watched, watched.reading(age), at);
        }
        if (mayBegin(hour) && watched.unusual() && watched.streak(age) >= policy.consecutive()) {
            open(hour, watched.found().direction(), at);
        }
    }

    /** Closes an incident whose hours cannot be compared any more, after an hour could not be compared at this age. */
    void missComparison(long hour, int age, long at) {
        boolean isNew = age == 0 && memory.hasOpenEpisode() && memory.episode().isOver(hour);
        if (isNew && memory.episode().countIncomparable() >= rules.mostIncomparable()) {
            end(Status.CLOSED, at, null);
        }
    }

    /** Ends an incident that has lasted so long that it is the new normal. */
    void becomeNormal(long at) {
        if (memory.hasOpenEpisode()) {
            Episode episode = memory.episode();
            long began = LocalHour.startsAt(episode.since(), LocalHour.zone(episode.zone()));
            if (at - began >= rules.newNormalMs()) {
                end(Status.NEW_NORMAL, at, null);
            }
        }
    }

    /** Updates an incident, after one of its hours was corrected; a correction cannot add an hour to it. */
    void correct(long hour, Evaluation found, Reading reading, long at) {
        Episode episode = memory.episode();
        if (episode == null || !episode.hours().containsKey(hour)) {
            return;
        }
        if (policy.isCalm(found, episode.direction())) {
            remove(hour, at);
        } else if (episode.put(hour, unusualHour(hour, found, reading)) && episode.isOpen()) {
            emit(at);
        }
    }

    /** Closes an open incident, because no policy watches the series any more. */
    void abandon(long at) {
        if (memory.hasOpenEpisode()) {
            memory.episode().countIncomparable();
            end(Status.CLOSED, at, null);
        }
    }

    /**
     * Whether a finished hour belongs to an incident. Of incidents before the last one, all that is known is that the
     * hour itself was unusual.
     */
    boolean holds(long hour) {
        Episode episode = memory.episode();
        return isInEpisode(hour)
                || (episode != null
                        && hour < episode.since()
                        && memory.hour(hour).unusual());
    }

    /** Whether an hour belongs to the last incident, and so does not enter the baseline. */
    boolean isInEpisode(long hour) {
        return memory.episode() != null && memory.episode().holds(hour);
    }

    private void updateOpen(long hour, WatchedHour watched, Reading reading, long at) {
        Episode episode = memory.episode();
        if (watched.isUnusual(episode.direction())) {
            episode.countCalm(false);
            if (episode.put(hour, unusualHour(hour, watched.found(), reading))) {
                emit(at);
            }
            return;
        }
        boolean calm = policy.isCalm(watched.found(), episode.direction());
        if (calm && episode.hours().containsKey(hour)) {
            remove(hour, at);
        } else if (episode.isOver(hour) && episode.countCalm(calm) >= policy.consecutive()) {
            episode.wasCompared();
            end(Status.CLOSED, at, null);
        }
    }

    /** Updates a closed incident; only its withdrawal is emitted. */
    private void updateClosed(long hour, WatchedHour watched, Reading reading, long at) {
        Episode episode = memory.episode();
        if (watched.isUnusual(episode.direction())) {
            episode.put(hour, unusualHour(hour, watched.found(), reading));
        } else if (policy.isCalm(watched.found(), episode.direction())
                && episode.hours().containsKey(hour)) {
            remove(hour, at);
        }
    }

    private void open(long hour, Direction direction, long at) {
        long since = firstUnusual(hour, direction);
        Episode episode = new Episode(since, memory.zone(), direction, at);
        episode.follow(memory.episode());
        for (long each = since; each <= hour; each++) {
            WatchedHour watched = memory.hour(each);
            if (watched.isUnusual(direction)) {
                episode.put(each, unusualHour(each, watched.found(), watched.reading(rules.lastAge())));
            }
        }
        memory.open(episode);
        memory.hold(since, hour, true);
        emit(at);
    }

    /** The first of the unusual hours that lead up to this one without a normal one between them. */
    private long firstUnusual(long hour, Direction direction) {
        long first = hour;
        for (long each = hour - 1; memory.hours().containsKey(each) && mayBegin(each); each--) {
            WatchedHour watched = memory.hours().get(each);
            if (watched.isUnusual(direction)) {
                first = each;
            } else if (watched.found() != null) {
                break;
            }
        }
        return first;
    }

    /** Whether an incident can begin with an hour: only one at a time, and none before those already emitted. */
    private boolean mayBegin(long hour) {
        return memory.episode() == null || memory.episode().mayBeFollowedFrom(hour);
    }

    /** Removes an hour from the incident, and withdraws the incident with its last hour. */
    private void remove(long hour, long at) {
        Episode episode = memory.episode();
        UnusualHour removed = episode.remove(hour);
        if (episode.hours().isEmpty()) {
            end(Status.WITHDRAWN, at, removed);
        } else if (episode.isOpen()) {
            emit(at);
        }
    }

    private void end(Status how, long at, UnusualHour lastKnown) {
        Episode episode = memory.episode();
        episode.end(how, at);
        switch (how) {
            case CLOSED -> memory.hold(episode.hours().lastKey() + 1, memory.doneBefore(), false);
            case WITHDRAWN -> memory.hold(episode.since(), memory.doneBefore(), false);
            case NEW_NORMAL -> {
                memory.hold(episode.since(), memory.doneBefore(), false);
                memory.forgetBefore(episode.since());
            }
            case OPEN -> throw new IllegalArgumentException("OPEN is not a status in which an incident can end");
        }
        revisions.add(episode.emitted(series, at, lastKnown));
    }

    private void emit(long at) {
        revisions.add(memory.episode().emitted(series, at, null));
    }

    private UnusualHour unusualHour(long hour, Evaluation found, Reading reading) {
        return new UnusualHour(found, reading.sessions(), memory.endsAt(hour));
    }
}
