package dev.segue.app.config;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * All that one reader can be told.
 *
 * @param reader whose keys these are, in words that follow "no key of"
 * @param indispensable settings without which this reader cannot do, though others can
 */
public record OptionSet(String reader, List<OptionGroup> groups, Set<Setting<?>> indispensable) {

    /** More slips than this, and it is another word. */
    private static final int MOST_SLIPS = 5;

    public OptionSet {
        groups = List.copyOf(groups);
        indispensable = Set.copyOf(indispensable);
    }

    /** All that a job can be told. */
    public static OptionSet of(OptionGroup... groups) {
        return new OptionSet("this job", List.of(groups), Set.of());
    }

    /** The same and more, of another reader, in words that follow "no key of". */
    public OptionSet readBy(String other, OptionGroup... more) {
        return new OptionSet(
                other, Stream.concat(groups.stream(), Stream.of(more)).toList(), indispensable);
    }

    /** The same, of a reader that cannot do without these. */
    public OptionSet requiring(Setting<?>... settings) {
        return new OptionSet(reader, groups, Set.of(settings));
    }

    boolean requires(Setting<?> setting) {
        return setting.required() || indispensable.contains(setting);
    }

    Stream<Setting<?>> settings() {
        return groups.stream().flatMap(group -> group.settings().stream());
    }

    Stream<PassThrough> passThroughs() {
        return groups.stream().flatMap(group -> group.passThroughs().stream());
    }

    Stream<Agreement> agreements() {
        return groups.stream().flatMap(group -> group.agreements().stream());
    }

    /** Whether there is such a key. */
    public boolean knows(String key) {
        return settings().anyMatch(setting -> setting.key().equals(key))
                || passThroughs().anyMatch(through -> through.covers(key));
    }

    /** The known key that looks most like this one, if any does. */
    Optional<String> nearestTo(String key) {
        LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
        return settings()
                .map(Setting::key)
                .filter(known -> slips(distance, known, key) <= Math.min(MOST_SLIPS, key.length() / 2))
                .min(Comparator.comparing(known -> slips(distance, known, key)));
    }

    /** A known key in the wrong section, or without one, is no further away than its last word. */
    private static int slips(LevenshteinDistance distance, String known, String key) {
        int whole = distance.apply(known, key);
        int lastWord = distance.apply(lastWord(known), lastWord(key));
        return Math.min(whole, 1 + lastWord);
    }

    private static String lastWord(String key) {
        return key.substring(key.lastIndexOf('.') + 1);
    }
}
