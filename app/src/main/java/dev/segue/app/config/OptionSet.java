package dev.segue.app.config;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * All options of one reader of configuration files.
 *
 * @param reader whose keys these are, in words that follow "not a key of"
 * @param indispensable settings that this reader requires although they are optional for others
 * @param others the other readers, to say who owns a key that this reader does not know
 */
public record OptionSet(
        String reader, List<OptionGroup> groups, Set<Setting<?>> indispensable, List<OptionSet> others) {

    /** With more typos than this, it is a different word. */
    private static final int MOST_SLIPS = 5;

    public OptionSet {
        groups = List.copyOf(groups);
        indispensable = Set.copyOf(indispensable);
        others = List.copyOf(others);
    }

    /** All options of a job. */
    public static OptionSet of(OptionGroup... groups) {
        return new OptionSet("this job", List.of(groups), Set.of(), List.of());
    }

    /** The same options and {@code more}, for another reader; {@code other} follows "not a key of". */
    public OptionSet readBy(String other, OptionGroup... more) {
        return new OptionSet(
                other, Stream.concat(groups.stream(), Stream.of(more)).toList(), indispensable, others);
    }

    /**
     * Every option of these readers, each once, for a reader that takes the file of any of them.
     *
     * @param reader follows "not a key of"
     */
    public static OptionSet ofAny(String reader, List<OptionSet> of) {
        OptionGroup every = new OptionGroup(
                reader,
                "",
                once(of, OptionSet::settings, Setting::key),
                once(of, OptionSet::passThroughs, PassThrough::prefix),
                once(of, OptionSet::named, NamedOptions::prefix),
                once(of, OptionSet::agreements, Agreement::sentence));
        return new OptionSet(reader, List.of(every), Set.of(), List.of());
    }

    private static <T> List<T> once(
            List<OptionSet> of, Function<OptionSet, Stream<T>> part, Function<? super T, String> name) {
        Map<String, T> byName = new LinkedHashMap<>();
        of.stream().flatMap(part).forEach(each -> byName.putIfAbsent(name.apply(each), each));
        return List.copyOf(byName.values());
    }

    /** The same, for a reader that requires these settings. */
    public OptionSet requiring(Setting<?>... settings) {
        return new OptionSet(reader, groups, Set.of(settings), others);
    }

    /** The same, with knowledge of these other readers. */
    public OptionSet beside(List<OptionSet> all) {
        return new OptionSet(reader, groups, indispensable, all);
    }

    /** The names of the other readers that know this key; empty when none does. */
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

    Stream<NamedOptions> named() {
        return groups.stream().flatMap(group -> group.named().stream());
    }

    Stream<Agreement> agreements() {
        return groups.stream().flatMap(group -> group.agreements().stream());
    }

    /** Whether there is such a key. */
    public boolean knows(String key) {
        return settings().anyMatch(setting -> setting.key().equals(key))
                || passThroughs().anyMatch(through -> through.covers(key))
                || named().anyMatch(options -> options.covers(key));
    }

    /** The known key that was most likely meant by this one, or what such keys look like; empty when unclear. */
    Optional<String> meantBy(String key) {
        return passThroughs()
                .flatMap(through -> meantBy(key, through).stream())
                .findFirst()
                .or(() -> named().flatMap(options -> meantBy(key, options).stream())
                        .findFirst())
                .or(() -> nearestTo(key));
    }

    /** A key of a library that was written without the prefix, or with a similar one. */
    private static Optional<String> meantBy(String key, PassThrough through) {
        String withoutSection = key.substring(key.indexOf('.') + 1);
        for (String inner : List.of(key, withoutSection)) {
            if (through.vocabulary().keys().contains(inner) && !through.taken().containsKey(inner)) {
                return Optional.of(through.prefix() + inner);
            }
        }
        return withPrefix(key, through.prefix());
    }

    private static Optional<String> meantBy(String key, NamedOptions options) {
        return withPrefix(key, options.prefix()).map(meant -> options.covers(meant) ? meant : options.form());
    }

    /** The key with this prefix instead of a similar one; empty when its own is not similar. */
    private static Optional<String> withPrefix(String key, String wanted) {
        long words = wanted.chars().filter(letter -> letter == '.').count();
        int end = 0;
        for (long word = 0; word < words; word++) {
            end = key.indexOf('.', end) + 1;
            if (end == 0) {
                return Optional.empty();
            }
        }
        String inner = key.substring(end);
        return Nearest.to(key.substring(0, end), List.of(wanted)).map(prefix -> prefix + inner);
    }

    private Optional<String> nearestTo(String key) {
        LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
        return settings()
                .map(Setting::key)
                .filter(known -> slips(distance, known, key) <= Math.min(MOST_SLIPS, key.length() / 2))
                .min(Comparator.comparing(known -> slips(distance, known, key)));
    }

    /** A known key in the wrong section, or without one, is at most one slip further away than its last word. */
    private static int slips(LevenshteinDistance distance, String known, String key) {
        int whole = distance.apply(known, key);
        int lastWord = distance.apply(lastWord(known), lastWord(key));
        return Math.min(whole, 1 + lastWord);
    }

    private static String lastWord(String key) {
        return key.substring(key.lastIndexOf('.') + 1);
    }
}
