package dev.segue.adapters.files.input;

import java.util.List;

/**
 * What was found under the paths given.
 *
 * @param files the readable files, in the order given; those in one folder or archive by name
 * @param skipped other files in the same folders and archives
 * @param refused files that were given explicitly or look readable, but are not
 */
public record Found(List<InputFile> files, List<PassedOver> skipped, List<PassedOver> refused) {

    public Found {
        files = List.copyOf(files);
        skipped = List.copyOf(skipped);
        refused = List.copyOf(refused);
    }

    /**
     * A file that is not read.
     *
     * @param why one phrase
     */
    public record PassedOver(String name, String why) {}

    /** The number of bytes to read. */
    public long size() {
        return files.stream().mapToLong(InputFile::size).sum();
    }
}
