package dev.segue.adapters.web.kept;

import dev.segue.domain.kpi.Kpi;
import dev.segue.domain.kpi.KpiRow;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What is usual for the slots of a series: the median of the same slot in the weeks before, and around it a band as wide
 * as their distances from it. Only for the eye: the alerts job judges with more care, and at equal ages.
 */
public final class AsUsual {

    /** With how many weeks before a slot it is compared, at most and at least. */
    public static final int MOST_WEEKS = 6;

    public static final int LEAST_WEEKS = 3;

    /** Iglewicz and Hoaglin (1993): what scores more than this is an outlier. */
    public static final double OUTLYING = 3.5;

    /** The median distance from the median, of normal values, in standard deviations. */
    private static final double MAD_OF_NORMAL = 0.6745;

    private AsUsual() {}

    /**
     * What is usual for one slot.
     *
     * @param low beyond which the slot would be an outlier; not below 0
     * @param high beyond which the slot would be an outlier
     * @param weeks how many former weeks it rests on
     */
    public record Band(double median, double low, double high, int weeks) {}

    private record Former(double median, double deviation, int weeks) {}

    /** One for each of {@code slots}; null where too little is known. */
    static List<Band> of(Series series, Kpi kpi, List<LocalDateTime> slots) {
        List<Former> former = new ArrayList<>();
        List<Double> relative = new ArrayList<>();
        for (LocalDateTime slot : slots) {
            double[] values = values(series, kpi, slot);
            if (values.length < LEAST_WEEKS) {
                former.add(null);
                continue;
            }
            double median = median(values);
            double[] distances =
                    Arrays.stream(values).map(value -> Math.abs(value - median)).toArray();
            former.add(new Former(median, median(distances), values.length));
            if (median > 0) {
                Arrays.stream(distances).forEach(distance -> relative.add(distance / median));
            }
        }
        double pooled = relative.isEmpty()
                ? 0
                : median(relative.stream().mapToDouble(Double::doubleValue).toArray());
        List<Band> bands = new ArrayList<>();
        former.forEach(of -> bands.add(of == null ? null : band(of, pooled)));
        return bands;
    }

    /** A row that is missing means none, of what is counted; of a share or a mean it says nothing. */
    public static boolean isCounted(Kpi kpi) {
        return switch (kpi) {
            case LISTENERS, SESSIONS, LISTENED_TIME -> true;
            case SONGS_PER_RUN, SKIP_RATE, ABANDONED_RUNS -> false;
        };
    }

    /** Six values make a poor spread, so that of all slots together has a say too. */
    private static Band band(Former former, double pooled) {
        double scale = Math.max(former.deviation, pooled * former.median);
        double half = OUTLYING * scale / MAD_OF_NORMAL;
        return new Band(former.median, Math.max(0, former.median - half), former.median + half, former.weeks);
    }

    private static double[] values(Series series, Kpi kpi, LocalDateTime slot) {
        KpiRow first = series.first();
        double[] found = new double[MOST_WEEKS];
        int weeks = 0;
        for (int back = 1; back <= MOST_WEEKS; back++) {
            LocalDateTime then = slot.minusWeeks(back);
            KpiRow row = series.at(then);
            OptionalDouble value = row == null ? OptionalDouble.empty() : kpi.of(row);
            boolean nothingHappened =
                    row == null && isCounted(kpi) && !then.isBefore(first.slot().start());
            if (value.isPresent() || nothingHappened) {
                found[weeks++] = value.orElse(0);
            }
        }
        return Arrays.copyOf(found, weeks);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
