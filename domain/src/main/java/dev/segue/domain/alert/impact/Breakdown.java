package dev.segue.domain.alert.impact;

import dev.segue.domain.kpi.Kpi;
import java.util.Comparator;
import java.util.List;

/**
 * From which parts, such as editions, the deviation of a whole comes. What a part contributes is its own difference from
 * expected if the KPI counts. Of a share or a mean, it is how much the whole changes with the part's value and with the
 * part's weight, by Bennet's decomposition (1920): each change is taken at the middle between before and after, so that the
 * contributions add up exactly.
 *
 * @param parts those that contribute most first
 * @param rest the share of the deviation that is in none of the parts, because a sum of medians is not the median of the sum;
 *     null if the parts have no shares, as when a share or mean
 *     is of nothing, now or usually
 */
public record Breakdown<K>(List<Part<K>> parts, Double rest) {

    /** Parts that differ in both directions and nearly cancel each other have no shares: those would be huge and say nothing. */
    private static final double LEAST_COMMON = 0.2;

    public Breakdown {
        parts = List.copyOf(parts);
    }

    /**
     * One part.
     *
     * @param contribution to the difference of the whole, in the KPI's unit
     * @param share of that difference: negative if it goes the other way; null if the parts have no shares
     */
    public record Part<K>(K key, Deviation deviation, double contribution, Double share) {}

    /** A part before it is known what it contributes. */
    public record Piece<K>(K key, Deviation deviation) {}

    /** Breaks the deviation of a whole down into pieces that do not overlap. */
    public static <K> Breakdown<K> of(Kpi kpi, Deviation whole, List<Piece<K>> pieces) {
        Deviation together = together(kpi, pieces);
        double sum = 0;
        double size = 0;
        for (Piece<K> piece : pieces) {
            double contribution = contribution(kpi, piece.deviation(), together);
            sum += contribution;
            size += Math.abs(contribution);
        }
        boolean cancel = Math.abs(sum) < LEAST_COMMON * size;
        double difference = whole.difference();
        boolean hasWeight = kpi.counts()
                || (together.actual().weight() != 0 && together.expected().weight() != 0);
        boolean hasShares = hasWeight && !cancel && difference != 0 && !pieces.isEmpty();
        List<Part<K>> parts = pieces.stream()
                .map(piece -> {
                    double contribution = contribution(kpi, piece.deviation(), together);
                    return new Part<>(
                            piece.key(),
                            piece.deviation(),
                            contribution,
                            hasShares ? Double.valueOf(contribution / difference) : null);
                })
                .sorted(Comparator.comparingDouble((Part<K> part) -> -Math.abs(part.contribution())))
                .toList();
        return new Breakdown<>(parts, hasShares ? Double.valueOf(1 - sum / difference) : null);
    }

    /** All pieces as one. */
    public static <K> Deviation together(Kpi kpi, List<Piece<K>> pieces) {
        Deviation all = Deviation.NONE;
        for (Piece<K> piece : pieces) {
            all = all.beside(kpi, piece.deviation());
        }
        return all;
    }

    private static double contribution(Kpi kpi, Deviation of, Deviation together) {
        if (kpi.counts()) {
            return of.difference();
        }
        double weight = weightOf(of.actual(), together.actual());
        double usualWeight = weightOf(of.expected(), together.expected());
        double value =
                of.actual().weight() == 0 ? of.expected().value() : of.actual().value();
        double usual = of.expected().weight() == 0 ? value : of.expected().value();
        double middle = (together.actual().value() + together.expected().value()) / 2;
        return (weight - usualWeight) * ((value + usual) / 2 - middle) + (weight + usualWeight) / 2 * (value - usual);
    }

    private static double weightOf(Amount part, Amount whole) {
        return whole.weight() == 0 ? 0 : part.weight() / whole.weight();
    }
}
