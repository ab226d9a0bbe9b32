package dev.segue.adapters.files.input;

import java.util.List;

/**
 * What there is under the paths that a person named.
 *
 * @param files that hold listening, in the order in which they are named, those in one folder or archive by name
 * @param skipped what lies beside them and is something else
 * @param refused what was named itself, or should be readable, and is not
 */
public record Found(List<InputFile> files, List<PassedOver> skipped, List<PassedOver> refused) {

    public Found {
        files = List.copyOf(files);
        skipped = List.copyOf(skipped);
        refused = List.copyOf(refused);
    }

    /**
     * Something that is not read.
     *
     * @param why one phrase
     */
    public record PassedOver(String name, String why) {}

    /** How many bytes there are to read. */
    public long size() {
        return files.stream().mapToLong(InputFile::size).sum();
    }
}
