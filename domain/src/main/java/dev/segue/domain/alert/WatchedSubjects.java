package dev.segue.domain.alert;

import dev.segue.domain.kpi.Subject;
import java.io.Serializable;
import java.util.Set;

/**
 * Whose KPIs a policy watches. Editions are never watched one by one: this week's is compared with those of former weeks.
 *
 * @param kinds everything of these kinds
 * @param named these besides, without edition: kind and id as {@link #name} writes them
 */
public record WatchedSubjects(Set<Subject.Kind> kinds, Set<String> named) implements Serializable {

    /** All listening, and every playlist that has KPIs of its own. */
    public static final WatchedSubjects USUAL =
            new WatchedSubjects(Set.of(Subject.Kind.ALL, Subject.Kind.PLAYLIST), Set.of());

    public WatchedSubjects {
        kinds = Set.copyOf(kinds);
        named = Set.copyOf(named);
        if (kinds.isEmpty() && named.isEmpty()) {
            throw new IllegalArgumentException("a policy must watch something");
        }
    }

    /** Whether it is one of them; no edition is. */
    boolean include(Subject subject) {
        boolean isNamed = subject.id() != null && named.contains(name(subject));
        return subject.edition() == null && (isNamed || kinds.contains(subject.kind()));
    }

    /** What a named subject is called, such as {@code PLAYLIST:morning}. */
    public static String name(Subject subject) {
        return subject.kind() + ":" + subject.id();
    }
}
