package dev.segue.adapters.files.format;

/**
 * Says what a row means.
 *
 * @param <F> its fields
 */
@FunctionalInterface
interface RowMeaning<F extends Fields> {

    /**
     * The row with these fields, which begins on {@code line}.
     *
     * @throws Unusable when it is not usable
     */
    Row of(F fields, long line) throws Unusable;
}
