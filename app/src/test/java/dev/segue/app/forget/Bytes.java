package dev.segue.app.forget;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Looks for a text in bytes and files, as it is in UTF-8. */
final class Bytes {

    private Bytes() {}

    static boolean contain(byte[] bytes, String text) {
        return bytes != null && new String(bytes, ISO_8859_1).contains(new String(text.getBytes(UTF_8), ISO_8859_1));
    }

    /**
     * The files that contain it, in these folders and all below.
     *
     * @throws UncheckedIOException also when a folder disappears meanwhile
     */
    static List<Path> filesWith(String text, List<Path> folders) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(Files::isRegularFile)
                        .filter(file -> contain(read(file), text))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return new byte[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
