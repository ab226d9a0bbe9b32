package dev.segue.adapters.files.input;

import static java.util.Objects.requireNonNull;

import dev.segue.adapters.files.format.Format;
import dev.segue.adapters.files.format.Rows;
import java.io.IOException;
import java.util.function.LongConsumer;

/**
 * One file that holds listening.
 *
 * @param size how many bytes there are to read, as {@link Place#open} gives them
 */
public record InputFile(Place place, boolean gzip, Format format, long size) {

    public InputFile {
        requireNonNull(place, "place");
        requireNonNull(format, "format");
    }

    /** What a person calls it. */
    public String name() {
        return place.name();
    }

    /**
     * Its rows, from the first.
     *
     * @param whenRead is told how many more bytes of {@link #size} have been read
     * @throws IOException when it cannot be read
     */
    public Rows open(LongConsumer whenRead) throws IOException {
        return format.rowsOf(Text.of(new CountedBytes(place.open(), whenRead), gzip, size));
    }
}
