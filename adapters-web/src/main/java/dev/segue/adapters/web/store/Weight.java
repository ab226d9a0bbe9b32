package dev.segue.adapters.web.store;

/**
 * Estimates how many bytes things take in memory, on a JVM with compressed references. Limits on memory use it, so that
 * neither very long names nor sessions of a hundred thousand plays exceed the heap.
 */
final class Weight {

    private static final long ARRAY = 16;
    private static final long STRING = 24;
    private static final long ALIGNED_TO = 8;
    private static final int LAST_OF_ONE_BYTE = 0xFF;

    private Weight() {}

    /** Of packed data; null takes nothing. */
    static long of(byte[] packed) {
        return packed == null ? 0 : array(packed.length);
    }

    /** Of a text, assumed not to be shared; null takes nothing. */
    static long of(String text) {
        if (text == null) {
            return 0;
        }
        boolean narrow = text.chars().allMatch(letter -> letter <= LAST_OF_ONE_BYTE);
        return STRING + array(narrow ? text.length() : 2L * text.length());
    }

    /** Of an array whose elements take {@code bytes} together. */
    static long array(long bytes) {
        return (ARRAY + bytes + ALIGNED_TO - 1) / ALIGNED_TO * ALIGNED_TO;
    }
}
