package dev.segue.adapters.files.input;

import static java.util.Objects.requireNonNull;

import dev.segue.adapters.files.format.Format;
import dev.segue.adapters.files.format.Rows;
import java.io.IOException;
import java.util.function.LongConsumer;

/**
 * One readable input file.
 *
 * @param size the number of bytes that {@link Place#open} returns
 */
public record InputFile(Place place, boolean gzip, Format format, long size) {

    public InputFile {
        requireNonNull(place, "place");
        requireNonNull(format, "format");
    }

    /** The name to show. */
    public String name() {
        return place.name();
    }

    /**
     * Its rows, from the first.
     *
     * @param whenRead receives how many more bytes of {@link #size} have been read
     * @throws IOException when it cannot be read
     */
    public Rows open(LongConsumer whenRead) throws IOException {
        return format.rowsOf(Text.of(new CountedBytes(place.open(), whenRead), gzip, size));
    }
}
