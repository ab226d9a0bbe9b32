package dev.segue.adapters.files.format.text;

import java.io.IOException;

/** The arrays and objects around the current position in a JSON text, and whether they directly contain rows. */
final class Nesting {

    /** The deepest nesting, the same as Jackson's limit. */
    static final int MOST_LEVELS = 1000;

    private final byte[] opened = new byte[MOST_LEVELS];
    private final boolean[] holdsRows = new boolean[MOST_LEVELS];
    private int levels;
    private int objects;

    /** Enters an array or an object, opened by {@code bracket}. */
    void enter(byte bracket) throws IOException {
        if (levels == MOST_LEVELS) {
            throw tooDeep();
        }
        opened[levels] = bracket;
        holdsRows[levels] = false;
        levels++;
        objects += bracket == '{' ? 1 : 0;
    }

    /** Leaves the innermost array or object, if any. */
    void leave() {
        if (levels > 0) {
            levels--;
            objects -= opened[levels] == '{' ? 1 : 0;
        }
    }

    boolean isInObject() {
        return levels > 0 && opened[levels - 1] == '{';
    }

    boolean isInArray() {
        return levels > 0 && opened[levels - 1] == '[';
    }

    /** Notes that there is a row at this level. */
    void rowSeen() {
        if (levels > 0) {
            holdsRows[levels - 1] = true;
        }
    }

    /** Whether every value at this level counts as a row: there is no object around it, or there are rows beside it. */
    boolean isAmongRows() {
        return objects == 0 || holdsRows[levels - 1];
    }

    static IOException tooDeep() {
        return new IOException("it is nested more than " + MOST_LEVELS + " levels deep");
    }
}
