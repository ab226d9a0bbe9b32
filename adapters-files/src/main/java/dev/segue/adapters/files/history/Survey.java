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
 * A first look at all the files of streaming histories: who is named in them, and which rows are about one play. No row
 * can be said to be anybody's, and no play be given its circumstances, before every file is known; only then do the
 * answers not hang on the order of files.
 */
public final class Survey {

    private final List<FileSurvey> files;
    private final Dictionary dictionary;
    private final Map<String, TreeSet<String>> spellings = new TreeMap<>();

    private Survey(List<FileSurvey> files, Dictionary dictionary) {
        this.files = files;
        this.dictionary = dictionary;
        for (FileSurvey file : files) {
            file.named().forEach((key, named) -> spellings
                    .computeIfAbsent(key, any -> new TreeSet<>())
                    .addAll(named.spellings()));
        }
    }

    /**
     * Reads those of {@code files} that hold histories, as many at once as there are processors.
     *
     * @param readAt what counts as the time of reading
     * @param whenRead is told, from several threads, how many more bytes have been read
     */
    public static Survey of(List<InputFile> files, long readAt, LongConsumer whenRead) {
        Dictionary dictionary = new Dictionary();
        return new Survey(
                files.parallelStream()
                        .filter(Survey::isSurveyed)
                        .map(file -> FileSurvey.of(file, dictionary, readAt, whenRead))
                        .toList(),
                dictionary);
    }

    /** How many bytes of {@code files} a survey reads. */
    public static long size(List<InputFile> files) {
        return files.stream()
                .filter(Survey::isSurveyed)
                .mapToLong(InputFile::size)
                .sum();
    }

    /** Who is named, by name. */
    public List<String> names() {
        return spellings.keySet().stream().map(this::spelled).toList();
    }

    /** The files with rows that name nobody, where it is not plain whose they are. */
    public List<InputFile> unclear() {
        return files.stream()
                .filter(file -> file.nameless() != null && listenerOfNameless(file) == null)
                .map(FileSurvey::file)
                .toList();
    }

    /**
     * What there is to know about all plays.
     *
     * @param listener whose the rows are that name nobody; null when that follows from the files, which are not
     *     {@link #unclear}
     */
    public Plays plays(String listener) {
        String owned = listener == null ? null : spelled(listener);
        Map<Place, String> nameless = new HashMap<>();
        Map<String, PlayTable> tables = new HashMap<>();
        for (FileSurvey file : files) {
            file.named().forEach((key, named) -> tableIn(tables, key).addAll(named.plays()));
            if (file.nameless() != null) {
                String owner = owned == null ? listenerOfNameless(file) : owned;
                nameless.put(file.file().place(), owner);
                tableIn(tables, FileSurvey.keyOf(owner)).addAll(file.nameless());
            }
        }
        tables.values().removeIf(table -> !table.isDisputed());
        Map<String, String> spelled = new HashMap<>();
        spellings.keySet().forEach(key -> spelled.put(key, spelled(key)));
        return new Plays(nameless, spelled, tables);
    }

    private PlayTable tableIn(Map<String, PlayTable> tables, String key) {
        return tables.computeIfAbsent(key, any -> new PlayTable(dictionary));
    }

    /** The only one who is named in the file; else in its folder or archive; else anywhere. Null when it is not plain. */
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

    /** As the files spell it; in lower case when they do not agree. */
    private String spelled(String name) {
        String key = FileSurvey.keyOf(name);
        Collection<String> known = spellings.getOrDefault(key, new TreeSet<>(Set.of(name)));
        return known.size() == 1 ? known.iterator().next() : key;
    }

    private static boolean isSurveyed(InputFile file) {
        return file.format().isHistory();
    }
}
