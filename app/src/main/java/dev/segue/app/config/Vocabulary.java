package dev.segue.app.config;

import java.util.Set;

/** What a library knows about the keys that are passed through to it. */
public interface Vocabulary {

    /** For a library about which nothing is known: every key and every value is accepted. */
    Vocabulary OPEN = new Vocabulary() {
        @Override
        public Set<String> keys() {
            return Set.of();
        }

        @Override
        public boolean mayKnow(String key) {
            return true;
        }

        @Override
        public String expected(String key, String value) {
            return null;
        }

        @Override
        public String doubt(String key, String value) {
            return null;
        }
    };

    /** The keys that are known by name. */
    Set<String> keys();

    /** Whether something may read the key: it is known by name, or belongs to a group with free names. */
    boolean mayKnow(String key);

    /** What the library expects instead of this value, in words that follow "expected"; null if it accepts it. */
    String expected(String key, String value);

    /** What is suspicious about an accepted value, as sentences that follow the key; null when nothing is. */
    String doubt(String key, String value);
}
