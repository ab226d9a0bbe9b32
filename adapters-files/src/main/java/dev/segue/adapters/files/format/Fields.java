package dev.segue.adapters.files.format;

/** The fields of one row, in any layout. */
interface Fields {

    /**
     * The value of a field as written, of any plain type; null when absent, null or empty.
     *
     * @throws Unusable when it is not a plain value
     */
    String plain(String name) throws Unusable;

    /** The same, for a field of no importance: null when it is not a plain value. */
    default String plainOrNull(String name) {
        try {
            return plain(name);
        } catch (Unusable e) {
            return null;
        }
    }

    /** Whether the file marks the value as text, by JSON's or CSV's quotation marks. */
    boolean isText(String name);
}
