package dev.segue.adapters.files.source;

import static java.util.Objects.requireNonNull;

import dev.segue.domain.session.SessionRules;
import java.util.ArrayList;
import java.util.List;

/** The lines of a replay that came too late: how many, and the first of them. */
public final class LateLines {

    /** How many are kept to be shown. */
    public static final int SHOWN = 10;

    private final SessionRules rules;
    private final List<LateLine> first = new ArrayList<>();
    private long count;

    /** None yet; {@code rules} decide which are late. */
    public LateLines(SessionRules rules) {
        this.rules = requireNonNull(rules, "rules");
    }

    /**
     * A line that came too late.
     *
     * @param file what a person calls the file
     * @param line counted from 1
     * @param occurredAt when its event happened, in epoch milliseconds and by corrected clocks
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

    /** The first of them, in the order in which they came; at most {@link #SHOWN}. */
    public synchronized List<LateLine> first() {
        return List.copyOf(first);
    }

    /** How far behind the clock an event could be without being late, in milliseconds. */
    public long allowedLatenessMs() {
        return rules.allowedLatenessMs();
    }

    /** Takes note of the line if its event came too late for the clock. */
    synchronized void judge(String file, long line, long occurredAt, long clock) {
        if (rules.isLate(occurredAt, clock)) {
            count++;
            if (first.size() < SHOWN) {
                first.add(new LateLine(file, line, occurredAt, clock - occurredAt));
            }
        }
    }
}
