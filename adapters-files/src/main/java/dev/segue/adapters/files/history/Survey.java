package dev.segue.adapters.files.history;

import dev.segue.adapters.files.input.FileName;
import dev.segue.adapters.files.input.InputFile;
import dev.segue.adapters.files.input.Place;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongConsumer;

/**
 * A first pass over all listening histories: which listeners they name, and which rows describe the same play. Listener
 * and circumstances of a play are decided only after all files have been read, so that the order of files does not
 * matter.
 */
public final class Survey {

    private final List<FileSurvey> files;
    private final Dictionary dictionary;
    private final boolean mergeServices;
    private final Map<String, TreeSet<String>> spellings = new TreeMap<>();

    private Survey(List<FileSurvey> files, Dictionary dictionary, boolean mergeServices) {
        this.files = files;
        this.dictionary = dictionary;
        this.mergeServices = mergeServices;
        for (FileSurvey file : files) {
            file.named().forEach((key, named) -> spellings
                    .computeIfAbsent(key, any -> new TreeSet<>())
                    .addAll(named.spellings()));
        }
    }

    /**
     * Reads those of {@code files} that are histories, one per processor at a time.
     *
     * @param names receives what the rows call their tracks
     * @param mergeServices whether a play that several services report counts once
     * @param readAt the time of reading
     * @param whenRead receives, on several threads, the number of bytes read since its last call
     */
    public static Survey of(
            List<InputFile> files, TrackNames names, boolean mergeServices, long readAt, LongConsumer whenRead) {
        Dictionary dictionary = new Dictionary();
        return new Survey(
                files.parallelStream()
                        .filter(Survey::isSurveyed)
                        .map(file -> FileSurvey.of(file, dictionary, names, mergeServices, readAt, whenRead))
                        .toList(),
                dictionary,
                mergeServices);
    }

    /** How many bytes of {@code files} a survey reads. */
    public static long size(List<InputFile> files) {
        return files.stream()
                .filter(Survey::isSurveyed)
                .mapToLong(InputFile::size)
                .sum();
    }

    /** The listeners named, in alphabetical order. */
    public List<String> names() {
        return spellings.keySet().stream().map(this::spelled).toList();
    }

    /** The files with rows that name no listener and whose listener is ambiguous. */
    public List<InputFile> unclear() {
        return files.stream()
                .filter(file -> file.nameless() != null && listenerOfNameless(file) == null)
                .map(FileSurvey::file)
                .toList();
    }

    /**
     * What is known about all plays.
     *
     * @param listener the listener of rows without a name; null when the files determine it, that is, none is
     *     {@link #unclear}
     */
    public Plays plays(String listener) {
        String owned = listener == null ? null : spelled(listener);
        Map<Place, String> nameless = new HashMap<>();
        Map<String, SurveyedPlays> all = new HashMap<>();
        for (FileSurvey file : files) {
            file.named().forEach((key, named) -> playsIn(all, key).addAll(named.plays()));
            if (file.nameless() != null) {
                String owner = owned == null ? listenerOfNameless(file) : owned;
                nameless.put(file.file().place(), owner);
                playsIn(all, FileSurvey.keyOf(owner)).addAll(file.nameless());
            }
        }
        Map<String, PlayTable> disputed = new HashMap<>();
        Map<String, MergedPlays> merged = new HashMap<>();
        all.forEach((key, plays) -> {
            if (plays.table().isDisputed()) {
                disputed.put(key, plays.table());
            }
            if (mergeServices) {
                merged.put(key, MergedPlays.of(plays.reported()));
            }
        });
        Map<String, String> spelled = new HashMap<>();
        spellings.keySet().forEach(key -> spelled.put(key, spelled(key)));
        return new Plays(nameless, spelled, disputed, merged);
    }

    private SurveyedPlays playsIn(Map<String, SurveyedPlays> all, String key) {
        return all.computeIfAbsent(key, any -> new SurveyedPlays(dictionary, mergeServices));
    }

    /** The only listener named in the file, else in its folder or archive, else in all files. Null when ambiguous. */
    private String listenerOfNameless(FileSurvey file) {
        Set<String> candidates = file.named().keySet();
        if (candidates.isEmpty()) {
            candidates = namedBeside(file);
        }
        if (candidates.isEmpty()) {
            candidates = spellings.keySet();
        }
        if (candidates.isEmpty()) {
            return Plays.THE_ONE_WHO_ASKED;
        }
        return candidates.size() == 1 ? spelled(candidates.iterator().next()) : null;
    }

    private Set<String> namedBeside(FileSurvey file) {
        String surroundings = FileName.surroundings(file.file().name());
        Set<String> names = new HashSet<>();
        files.stream()
                .filter(other -> FileName.surroundings(other.file().name()).equals(surroundings))
                .map(other -> other.named().keySet())
                .forEach(names::addAll);
        return names;
    }

    /** The name as the files spell it; in lower case when they disagree. */
    private String spelled(String name) {
        String key = FileSurvey.keyOf(name);
        Collection<String> known = spellings.getOrDefault(key, new TreeSet<>(Set.of(name)));
        return known.size() == 1 ? known.iterator().next() : key;
    }

    private static boolean isSurveyed(InputFile file) {
        return file.format().isHistory();
    }
}
