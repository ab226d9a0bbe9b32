package dev.segue.domain.alert;

import dev.segue.domain.kpi.Subject;
import java.io.Serializable;
import java.util.Set;

/**
 * Whose KPIs a policy watches. Single editions are never watched: this week's is compared with those of earlier weeks.
 *
 * @param kinds everything of these kinds
 * @param named these as well, without edition: kind and id as {@link #name} writes them
 */
public record WatchedSubjects(Set<Subject.Kind> kinds, Set<String> named) implements Serializable {

    /** All listening, and every playlist with its own KPIs. */
    public static final WatchedSubjects USUAL =
            new WatchedSubjects(Set.of(Subject.Kind.ALL, Subject.Kind.PLAYLIST), Set.of());

    public WatchedSubjects {
        kinds = Set.copyOf(kinds);
        named = Set.copyOf(named);
        if (kinds.isEmpty() && named.isEmpty()) {
            throw new IllegalArgumentException("a policy must watch something");
        }
    }

    /** Whether the subject is one of them; an edition never is. */
    boolean include(Subject subject) {
        boolean isNamed = subject.id() != null && named.contains(name(subject));
        return subject.edition() == null && (isNamed || kinds.contains(subject.kind()));
    }

    /** The name of a subject, such as {@code PLAYLIST:morning}. */
    public static String name(Subject subject) {
        return subject.kind() + ":" + subject.id();
    }
}
