package dev.segue.domain.kpi.counting;

import dev.segue.domain.kpi.LocalTime;
import dev.segue.domain.kpi.Subject;
import dev.segue.domain.playback.PlayContext;
import java.util.HashMap;
import java.util.Map;

/**
 * Decides which playlists, albums and radios are followed, and remembers it: what is followed once stays followed. When as
 * many are followed as may be, all others are counted together, and stay so.
 *
 * <p>Editions that a client reports are bounded by themselves, because new ones come for ever: those that have not been seen
 * for five weeks make room. An edition beyond the bound is counted with its playlist, but has no rows of its own.
 */
public final class Followed {

    /** Longer than an edition of a week is listened to. */
    static final long EDITION_SEEN_MS = 35L * 24 * 3_600_000;

    private final FollowRule rule;
    private final Map<Subject, Long> subjects;
    private final Map<Subject, Long> editions = new HashMap<>();
    private long latestStart = Long.MIN_VALUE;
    private long roomLookedForAt = Long.MIN_VALUE;
    private long others;

    /**
     * Goes on from what was remembered.
     *
     * @param before subjects, with and without editions, by the start of their latest run; empty at first
     */
    public Followed(FollowRule rule, Map<Subject, Long> before) {
        this.rule = rule;
        this.subjects = new HashMap<>();
        before.forEach((subject, latest) -> {
            (subject.edition() == null ? subjects : editions).put(subject, latest);
            latestStart = Math.max(latestStart, latest);
        });
    }

    /** All that must be remembered: subjects, with and without editions, by the start of their latest run. */
    public Map<Subject, Long> stored() {
        Map<Subject, Long> all = new HashMap<>(subjects);
        all.putAll(editions);
        return all;
    }

    /** How many subjects are followed, editions not counted. */
    public int subjects() {
        return subjects.size();
    }

    /** How many runs, since this was made, were of what is not followed. */
    public long others() {
        return others;
    }

    /** What a run is counted under. */
    Subject subjectOf(Subject.Kind kind, PlayContext context, LocalTime start, long startedAt) {
        latestStart = Math.max(latestStart, startedAt);
        Subject subject = new Subject(kind, context.id(), null);
        if (!isFollowed(subject, startedAt)) {
            others++;
            return Subject.OTHER;
        }
        boolean reported = context.edition() != null && !context.edition().isEmpty();
        if (reported) {
            Subject edition = new Subject(kind, context.id(), context.edition());
            return isFollowedEdition(edition, startedAt) ? edition : subject;
        }
        return kind == Subject.Kind.PLAYLIST ? new Subject(kind, context.id(), start.isoWeek()) : subject;
    }

    private boolean isFollowed(Subject subject, long startedAt) {
        boolean listed = rule.only().isEmpty()
                ? subjects.size() < rule.mostSubjects()
                : rule.only().contains(subject.id());
        if (!subjects.containsKey(subject) && !listed) {
            return false;
        }
        subjects.merge(subject, startedAt, Math::max);
        return true;
    }

    private boolean isFollowedEdition(Subject edition, long startedAt) {
        if (!editions.containsKey(edition) && editions.size() >= rule.mostSubjects()) {
            makeRoom();
            if (editions.size() >= rule.mostSubjects()) {
                return false;
            }
        }
        editions.merge(edition, startedAt, Math::max);
        return true;
    }

    /** Looks through all editions no more than once a day. */
    private void makeRoom() {
        long day = Math.floorDiv(latestStart, 24L * 3_600_000);
        if (day != roomLookedForAt) {
            roomLookedForAt = day;
            editions.values().removeIf(latest -> latest < latestStart - EDITION_SEEN_MS);
        }
    }
}
