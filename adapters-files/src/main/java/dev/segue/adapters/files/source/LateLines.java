package dev.segue.adapters.files.source;

import static java.util.Objects.requireNonNull;

import dev.segue.domain.session.SessionRules;
import java.util.ArrayList;
import java.util.List;

/** The late lines of a replay: their number, and the first of them. */
public final class LateLines {

    /** How many are stored for display. */
    public static final int SHOWN = 10;

    private final SessionRules rules;
    private final List<LateLine> first = new ArrayList<>();
    private long count;

    /** No late lines yet; {@code rules} decide which are late. */
    public LateLines(SessionRules rules) {
        this.rules = requireNonNull(rules, "rules");
    }

    /**
     * A late line.
     *
     * @param file the name to show
     * @param line counted from 1
     * @param occurredAt when its event occurred, in epoch milliseconds and after clock correction
     * @param behindMs how far behind the clock that was
     */
    public record LateLine(String file, long line, long occurredAt, long behindMs) {
        public LateLine {
            requireNonNull(file, "file");
        }
    }

    /** How many there were. */
    public synchronized long count() {
        return count;
    }

    /** The first of them, in order of arrival; at most {@link #SHOWN}. */
    public synchronized List<LateLine> first() {
        return List.copyOf(first);
    }

    /** How far behind the clock an event may be without being late, in milliseconds. */
    public long allowedLatenessMs() {
        return rules.allowedLatenessMs();
    }

    /** Records the line if its event is late by that clock. */
    synchronized void judge(String file, long line, long occurredAt, long clock) {
        if (rules.isLate(occurredAt, clock)) {
            count++;
            if (first.size() < SHOWN) {
                first.add(new LateLine(file, line, occurredAt, clock - occurredAt));
            }
        }
    }
}
