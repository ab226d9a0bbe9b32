package dev.segue.adapters.files.format;

import java.io.Closeable;
import java.io.IOException;

/** Reads the rows of one file in order, holding one at a time. */
public interface Rows extends Closeable {

    /**
     * The next row, or null when there is none.
     *
     * @throws IOException when the rest of the file cannot be read
     */
    Row next() throws IOException;
}
