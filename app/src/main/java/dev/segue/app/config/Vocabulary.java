package dev.segue.app.config;

import java.util.Set;

/** What a library knows of the keys that are handed on to it. */
public interface Vocabulary {

    /** Of a library of which nothing is known: it takes every key with every value. */
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

    /** Whether something may heed the key: it is known by name, or it is of a kind whose names are free. */
    boolean mayKnow(String key);

    /** What the library expects instead of this value, in words that follow "expected"; null when it takes the value. */
    String expected(String key, String value);

    /** What is strange about a value that the library takes, as sentences that follow the key; null when nothing is. */
    String doubt(String key, String value);
}
