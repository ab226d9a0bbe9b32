package dev.segue.app.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds what someone meant who misspelt a key. */
final class Nearest {

    /** More slips than this, and it is another word. */
    private static final int MOST_SLIPS = 5;

    private static final LevenshteinDistance SLIPS = LevenshteinDistance.getDefaultInstance();

    private Nearest() {}

    /** The one of these keys that looks most like this one; none when all look like other words. */
    static Optional<String> to(String key, Collection<String> known) {
        return known.stream()
                .filter(each -> SLIPS.apply(each, key) <= Math.min(MOST_SLIPS, key.length() / 4))
                .min(Comparator.<String, Integer>comparing(each -> SLIPS.apply(each, key))
                        .thenComparing(Comparator.naturalOrder()));
    }
}
