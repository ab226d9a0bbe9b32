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
 * @param others who else reads configurations, to say whose a key is that this reader does not know
 */
public record OptionSet(
        String reader, List<OptionGroup> groups, Set<Setting<?>> indispensable, List<OptionSet> others) {

    /** More slips than this, and it is another word. */
    private static final int MOST_SLIPS = 5;

    public OptionSet {
        groups = List.copyOf(groups);
        indispensable = Set.copyOf(indispensable);
        others = List.copyOf(others);
    }

    /** All that a job can be told. */
    public static OptionSet of(OptionGroup... groups) {
        return new OptionSet("this job", List.of(groups), Set.of(), List.of());
    }

    /** The same and more, of another reader, in words that follow "no key of". */
    public OptionSet readBy(String other, OptionGroup... more) {
        return new OptionSet(
                other, Stream.concat(groups.stream(), Stream.of(more)).toList(), indispensable, others);
    }

    /** The same, of a reader that cannot do without these. */
    public OptionSet requiring(Setting<?>... settings) {
        return new OptionSet(reader, groups, Set.of(settings), others);
    }

    /** The same, which knows that there are others. */
    public OptionSet beside(List<OptionSet> all) {
        return new OptionSet(reader, groups, indispensable, all);
    }

    /** The others that know such a key, by their words; empty when nobody does. */
    List<String> ownersOf(String key) {
        return others.stream()
                .filter(other -> other.knows(key))
                .map(OptionSet::reader)
                .filter(other -> !other.equals(reader))
                .distinct()
                .toList();
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

    /** The known key that was most likely meant by this one, if any was. */
    Optional<String> meantBy(String key) {
        return passThroughs()
                .flatMap(through -> meantBy(key, through).stream())
                .findFirst()
                .or(() -> nearestTo(key));
    }

    /** A key of a library that is written without the prefix, or with another one that looks like it. */
    private static Optional<String> meantBy(String key, PassThrough through) {
        String withoutSection = key.substring(key.indexOf('.') + 1);
        for (String inner : List.of(key, withoutSection)) {
            if (through.vocabulary().keys().contains(inner) && !through.taken().containsKey(inner)) {
                return Optional.of(through.prefix() + inner);
            }
        }
        long words = through.prefix().chars().filter(letter -> letter == '.').count();
        int end = 0;
        for (long word = 0; word < words; word++) {
            end = key.indexOf('.', end) + 1;
            if (end == 0) {
                return Optional.empty();
            }
        }
        String inner = key.substring(end);
        return Nearest.to(key.substring(0, end), List.of(through.prefix())).map(prefix -> prefix + inner);
    }

    private Optional<String> nearestTo(String key) {
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
