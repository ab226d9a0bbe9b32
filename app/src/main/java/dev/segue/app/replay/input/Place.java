package dev.segue.app.replay.input;

import static java.util.Objects.requireNonNull;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Where a file is: in a folder or in a zip archive.
 *
 * @param path of the file, or of the archive
 * @param entry its name inside the archive; null when it is in none
 */
public record Place(String path, String entry) {

    public Place {
        requireNonNull(path, "path");
    }

    /** A file in a folder. */
    static Place of(Path file) {
        return new Place(file.toString(), null);
    }

    /** What a person calls it. */
    public String name() {
        return entry == null ? path : path + "!/" + entry;
    }

    /** Its bytes; of a file in an archive, the inflated ones. */
    InputStream open() throws IOException {
        return entry == null ? Files.newInputStream(Path.of(path)) : openInArchive();
    }

    private InputStream openInArchive() throws IOException {
        ZipFile archive = new ZipFile(path);
        try {
            ZipEntry found = archive.getEntry(entry);
            if (found == null) {
                throw new IOException("the archive no longer holds it");
            }
            InputStream bytes = new BoundedInflation(archive.getInputStream(found), found.getCompressedSize());
            return new FilterInputStream(bytes) {
                @Override
                public void close() throws IOException {
                    archive.close();
                }
            };
        } catch (IOException | RuntimeException e) {
            archive.close();
            throw e;
        }
    }
}
