package dev.segue.adapters.web.view;

import dev.segue.adapters.web.store.Memory;
import dev.segue.domain.kpi.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The result of a search for subjects: few enough to choose from, and how many more there are. The editions of one
 * playlist are grouped, so that one with hundreds of them does not crowd out the others.
 *
 * @param groups those whose name begins with the query first, then by kind and name
 * @param more how many subjects match beyond those in {@code groups}
 */
public record SubjectsView(List<Group> groups, int more) {

    /** Enough to choose from without scrolling for long. */
    static final int MOST_FOUND = 50;

    /** The maximum of one playlist, if others match too. */
    static final int MOST_OF_ONE = 6;

    /** The maximum in the list of editions next to the search. */
    static final int MOST_EDITIONS = 200;

    private static final Comparator<Subject> BY_NAME = Comparator.comparing(Subject::kind)
            .thenComparing(Subject::id, Comparator.nullsFirst(Comparator.naturalOrder()));

    private static final Comparator<Subject> NEWEST_EDITION_FIRST =
            Comparator.comparing(Subject::edition, Comparator.nullsFirst(Comparator.reverseOrder()));

    /**
     * A playlist, album or radio, all listening, or everything else, with its matching editions.
     *
     * @param subjects all editions together first, if that matches, then the newest edition first; never empty
     * @param more how many of its editions match beyond these
     */
    public record Group(List<Subject> subjects, int more) {}

    /**
     * Searches all subjects that have a row.
     *
     * @param query words that must all be in the name, the edition or the kind, in any order and case; if there are
     *     none, every subject is found, without the editions
     */
    public static SubjectsView of(Memory memory, String query) {
        List<String> words = words(query);
        Map<Subject, List<Subject>> matching = new LinkedHashMap<>();
        memory.subjects().stream()
                .map(subject -> new Named(subject, text(subject)))
                .filter(named -> words.stream().allMatch(named.text()::contains))
                .sorted(beginningWith(query))
                .map(Named::subject)
                .forEach(subject -> matching.computeIfAbsent(subject.withoutEdition(), of -> new ArrayList<>())
                        .add(subject));
        int mostOfOne = words.isEmpty() ? 1 : matching.size() == 1 ? MOST_FOUND : MOST_OF_ONE;
        List<Group> groups = new ArrayList<>();
        int room = MOST_FOUND;
        int more = 0;
        for (List<Subject> all : matching.values()) {
            List<Subject> shown = all.subList(0, Math.min(all.size(), Math.min(room, mostOfOne)));
            room -= shown.size();
            more += all.size() - shown.size();
            if (!shown.isEmpty()) {
                groups.add(new Group(List.copyOf(shown), all.size() - shown.size()));
            }
        }
        return new SubjectsView(groups, more);
    }

    /** All editions of the same playlist, album or radio, the newest first; empty if it has none. */
    static List<String> editions(Memory memory, Subject subject) {
        return memory.subjects().stream()
                .filter(other ->
                        other.edition() != null && other.withoutEdition().equals(subject.withoutEdition()))
                .map(Subject::edition)
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** A subject with the text that is searched: it takes longer to write than to compare, and there may be 100,000. */
    private record Named(Subject subject, String text) {}

    private static Comparator<Named> beginningWith(String query) {
        String start = query.strip().toLowerCase(Locale.ROOT);
        return Comparator.comparing((Named named) -> !named.text().startsWith(start))
                .thenComparing(Named::subject, BY_NAME.thenComparing(NEWEST_EDITION_FIRST));
    }

    private static List<String> words(String query) {
        return List.of(query.strip().toLowerCase(Locale.ROOT).split("[\\s,()]+")).stream()
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** The text that the page shows, so that every suggestion finds itself. */
    private static String text(Subject subject) {
        String name =
                switch (subject.kind()) {
                    case ALL -> "All listening";
                    case OTHER -> "Everything not followed by itself";
                    case PLAYLIST, ALBUM, RADIO -> subject.id();
                };
        String edition = subject.edition() == null ? "" : ", edition " + subject.edition();
        return (name + edition + " (" + subject.kind() + ")").toLowerCase(Locale.ROOT);
    }
}
