package dev.segue.app.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the key that a misspelt one was meant to be. */
final class Nearest {

    /** With more typos than this, it is a different word. */
    private static final int MOST_SLIPS = 5;

    private static final LevenshteinDistance SLIPS = LevenshteinDistance.getDefaultInstance();

    private Nearest() {}

    /** The known key most similar to this one; empty when none is similar enough. */
    static Optional<String> to(String key, Collection<String> known) {
        return known.stream()
                .filter(each -> SLIPS.apply(each, key) <= Math.min(MOST_SLIPS, key.length() / 4))
                .min(Comparator.<String, Integer>comparing(each -> SLIPS.apply(each, key))
                        .thenComparing(Comparator.naturalOrder()));
    }
}
