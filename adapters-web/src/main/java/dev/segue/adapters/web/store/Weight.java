package dev.segue.adapters.web.store;

/**
 * About how many bytes things take in memory, on a Java with compressed references; what is kept is bounded by it, so that
 * no name that is as long as a book, and no session of a hundred thousand plays, takes more than there is.
 */
final class Weight {

    private static final long ARRAY = 16;
    private static final long STRING = 24;
    private static final long ALIGNED_TO = 8;
    private static final int LAST_OF_ONE_BYTE = 0xFF;

    private Weight() {}

    /** Of something packed; null takes nothing. */
    static long of(byte[] packed) {
        return packed == null ? 0 : array(packed.length);
    }

    /** Of a text, which nothing else is taken to share; null takes nothing. */
    static long of(String text) {
        if (text == null) {
            return 0;
        }
        boolean narrow = text.chars().allMatch(letter -> letter <= LAST_OF_ONE_BYTE);
        return STRING + array(narrow ? text.length() : 2L * text.length());
    }

    /** Of an array whose elements take so many bytes together. */
    static long array(long bytes) {
        return (ARRAY + bytes + ALIGNED_TO - 1) / ALIGNED_TO * ALIGNED_TO;
    }
}
