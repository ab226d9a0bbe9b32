package dev.segue.domain.kpi;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * What is usual for an edition at some age: the median of several earlier ones at the same age. A single one stands for itself.
 *
 * @param editions of the same age
 * @param least of how many something must be known, for its median to be usual; at least 1
 */
public record UsualEdition(List<EditionToDate> editions, int least) {

    public UsualEdition {
        editions = List.copyOf(editions);
        if (least < 1) {
            throw new IllegalArgumentException("least must be at least 1, but is " + least);
        }
    }

    /** One edition as it is. */
    public static UsualEdition just(EditionToDate edition) {
        return new UsualEdition(List.of(edition), 1);
    }

    /** Whether anything can be known. */
    public boolean isKnown() {
        return editions.size() >= least;
    }

    /** The median of what is known about each of them; empty if it is known of too few. */
    public OptionalDouble median(Function<EditionToDate, OptionalDouble> measure) {
        return median(editions.stream().map(measure).toList(), least);
    }

    /** The median of the values that there are; empty if there are fewer than {@code least}, which is at least 1. */
    public static OptionalDouble median(List<OptionalDouble> values, int least) {
        double[] known = values.stream()
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .toArray();
        if (known.length < least) {
            return OptionalDouble.empty();
        }
        Arrays.sort(known);
        return OptionalDouble.of((known[(known.length - 1) / 2] + known[known.length / 2]) / 2);
    }
}
