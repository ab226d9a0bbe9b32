package dev.segue.adapters.files.format;

import java.io.IOException;

/** The arrays and objects around the place at which a JSON text is read, and whether rows were seen right inside them. */
final class Nesting {

    /** Most levels, as many as Jackson takes. */
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

    /** Leaves what was entered last; nothing happens when that was nothing. */
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

    /** Notes that a row stands right here. */
    void rowSeen() {
        if (levels > 0) {
            holdsRows[levels - 1] = true;
        }
    }

    /** Whether everything that stands right here is meant as a row: no object is around it, or it is beside a row. */
    boolean isAmongRows() {
        return objects == 0 || holdsRows[levels - 1];
    }

    static IOException tooDeep() {
        return new IOException("it nests deeper than " + MOST_LEVELS + " levels");
    }
}
