package dev.segue.adapters.files.input;

import static java.util.Objects.requireNonNull;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The location of a file: in a folder or in a zip archive. A sheet of an Excel workbook is a file, too: its rows as CSV.
 *
 * @param name to show
 * @param uri of the file, or of the archive; unlike a path as text, it preserves names in any encoding
 * @param entry the number of the archive's entry, counted from 0; {@link #NO_ENTRY} for a file in a folder
 */
public record Place(String name, URI uri, int entry) {

    /** Means no entry. */
    public static final int NO_ENTRY = -1;

    public Place {
        requireNonNull(name, "name");
        requireNonNull(uri, "uri");
    }

    /** A file in a folder. */
    public static Place of(Path file) {
        return new Place(PathName.of(file), file.toUri(), NO_ENTRY);
    }

    /** Its bytes; those of an archive's entry are decompressed, and those of a sheet are made. */
    InputStream open() throws IOException {
        Path path = Path.of(uri);
        return entry == NO_ENTRY ? Files.newInputStream(path) : openInArchive(path);
    }

    private InputStream openInArchive(Path path) throws IOException {
        Archive archive = Archive.open(path);
        try {
            Workbook workbook = Workbook.in(archive);
            return new FilterInputStream(workbook == null ? archive.entry(entry) : workbook.text(entry)) {
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
