package dev.segue.benchmarks.incidents;

import dev.segue.benchmarks.incidents.crowd.Hour;
import dev.segue.benchmarks.incidents.crowd.Visit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A simple detector that could be written in an afternoon: a score and a threshold. It uses the same ages, the same
 * minimum sample, and as many evaluations in a row as Segue.
 *
 * @param leastSample minimum of the mean sessions over the weeks that it compares with
 */
record PlainDetector(Score score, List<Long> agesMs, int leastSample) {

    private static final int CONSECUTIVE = 2;
    private static final int WEEKS = 6;
    private static final int LEAST_WEEKS = 3;
    private static final long WEEK = 168;
    private static final long HOUR_MS = 3_600_000;

    /** The distance of an hour from its baseline. */
    enum Score {
        /** Relative to the same hour of last week. */
        FIXED_THRESHOLD {
            @Override
            double of(double value, double[] weeksBefore) {
                return weeksBefore[0] > 0 ? value / weeksBefore[0] - 1 : Double.NaN;
            }
        },
        /** From the mean of the previous weeks, in their standard deviations. */
        Z_SCORE {
            @Override
            double of(double value, double[] weeksBefore) {
                double mean = Arrays.stream(weeksBefore).average().orElse(Double.NaN);
                double squares = Arrays.stream(weeksBefore)
                        .map(week -> (week - mean) * (week - mean))
                        .sum();
                return (value - mean) / Math.sqrt(squares / (weeksBefore.length - 1));
            }
        };

        /** Negative when lower; NaN without a result. */
        abstract double of(double value, double[] weeksBefore);
    }

    /** One evaluation. */
    record Scored(Visit visit, double score) {}

    /** All evaluations, by time. */
    List<Scored> evaluations(List<Hour> hours) {
        Map<Long, Hour> byNumber = new HashMap<>();
        hours.forEach(hour -> byNumber.put(hour.number(), hour));
        return Visit.inOrder(hours, agesMs).stream()
                .map(visit -> new Scored(visit, score(visit, byNumber)))
                .toList();
    }

    private double score(Visit visit, Map<Long, Hour> byNumber) {
        double[] before = new double[WEEKS];
        double sample = 0;
        int weeks = 0;
        for (int week = 1; week <= WEEKS; week++) {
            Hour then = byNumber.get(visit.hour().number() - week * WEEK);
            if (then != null && !then.twice()) {
                before[weeks++] = then.at(visit.age()).listenedMs();
                sample += then.at(visit.age()).sessions();
            }
        }
        boolean comparable = weeks >= LEAST_WEEKS
                && sample / weeks >= leastSample
                && !visit.hour().twice();
        return comparable
                ? score.of(visit.hour().at(visit.age()).listenedMs(), Arrays.copyOf(before, weeks))
                : Double.NaN;
    }

    /** The incidents that open at or after {@code from}. */
    static List<Detected> incidents(List<Scored> evaluations, int ages, double threshold, long from) {
        List<Detected> found = new ArrayList<>();
        Map<Integer, int[]> streaks = new HashMap<>();
        Detected open = null;
        int calm = 0;
        for (Scored scored : evaluations) {
            Visit visit = scored.visit();
            int streak = streak(streaks, scored, ages, threshold);
            boolean said = !Double.isNaN(scored.score());
            if (open != null && said && (open.lower() ? scored.score() < -threshold : scored.score() > threshold)) {
                calm = 0;
                long until = Math.max(open.until(), visit.hour().endsAt());
                open = new Detected(open.lower(), open.since(), until, open.openedAt());
            } else if (open != null && said && visit.hour().endsAt() > open.until()) {
                calm++;
                if (calm >= CONSECUTIVE) {
                    found.add(open);
                    open = null;
                }
            } else if (open == null && Math.abs(streak) >= CONSECUTIVE) {
                calm = 0;
                long end = visit.hour().endsAt();
                open = new Detected(streak < 0, end - HOUR_MS, end, visit.at());
            }
        }
        if (open != null) {
            found.add(open);
        }
        found.removeIf(each -> each.openedAt() < from);
        return found;
    }

    private static int streak(Map<Integer, int[]> streaks, Scored scored, int ages, double threshold) {
        Visit visit = scored.visit();
        int[] ofHour = streaks.computeIfAbsent(visit.index(), hour -> new int[ages]);
        int sameHour = visit.age() == 0 ? 0 : ofHour[visit.age() - 1];
        int[] before = streaks.get(visit.index() - 1);
        int sameAge = before == null ? 0 : before[visit.age()];
        int streak = 0;
        if (scored.score() > threshold) {
            streak = 1 + Math.max(0, Math.max(sameHour, sameAge));
        } else if (scored.score() < -threshold) {
            streak = -1 + Math.min(0, Math.min(sameHour, sameAge));
        }
        ofHour[visit.age()] = streak;
        return streak;
    }
}
