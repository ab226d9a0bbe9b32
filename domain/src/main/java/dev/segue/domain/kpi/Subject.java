package dev.segue.domain.kpi;

import static java.util.Objects.requireNonNull;

/**
 * What a KPI row measures.
 *
 * @param id the service's id of the playlist, album or radio; null for {@link Kind#ALL} and {@link Kind#OTHER}
 * @param edition which edition of it, or null for all editions together
 */
public record Subject(Kind kind, String id, String edition) {

    public static final Subject ALL = new Subject(Kind.ALL, null, null);
    public static final Subject OTHER = new Subject(Kind.OTHER, null, null);

    public Subject {
        requireNonNull(kind, "kind");
        boolean named = kind != Kind.ALL && kind != Kind.OTHER;
        if (named != (id != null)) {
            throw new IllegalArgumentException("a " + kind + " must " + (named ? "" : "not ") + "have an id");
        }
        if (id == null && edition != null) {
            throw new IllegalArgumentException("what has no id has no edition, but the edition is " + edition);
        }
    }

    /** What kind of thing is measured. */
    public enum Kind {
        /** All listening. */
        ALL,
        PLAYLIST,
        ALBUM,
        RADIO,
        /** All playlists, albums and radios that are not followed one by one. */
        OTHER
    }

    /** The same thing, all editions together. */
    public Subject withoutEdition() {
        return edition == null ? this : new Subject(kind, id, null);
    }
}
