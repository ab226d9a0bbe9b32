package dev.segue.adapters.files.input;

import static java.util.Objects.requireNonNull;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a file is: in a folder or in a zip archive.
 *
 * @param name what a person calls it
 * @param uri of the file, or of the archive; unlike a path as text, it keeps names in any encoding
 * @param entry which of the entries of the archive it is, counted from 0; {@link #NO_ENTRY} when it is in none
 */
public record Place(String name, URI uri, int entry) {

    /** Stands for no entry. */
    public static final int NO_ENTRY = -1;

    public Place {
        requireNonNull(name, "name");
        requireNonNull(uri, "uri");
    }

    /** A file in a folder. */
    public static Place of(Path file) {
        return new Place(PathName.of(file), file.toUri(), NO_ENTRY);
    }

    /** Its bytes; of a file in an archive, the inflated ones. */
    InputStream open() throws IOException {
        Path path = Path.of(uri);
        return entry == NO_ENTRY ? Files.newInputStream(path) : openInArchive(path);
    }

    private InputStream openInArchive(Path path) throws IOException {
        Archive archive = Archive.open(path);
        try {
            return new FilterInputStream(archive.entry(entry)) {
                @Override
                public void close() throws IOException {
                    try (archive) {
                        super.close();
                    }
                }
            };
        } catch (IOException | RuntimeException e) {
            archive.close();
            throw e;
        }
    }
}
