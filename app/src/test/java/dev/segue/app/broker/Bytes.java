package dev.segue.app.broker;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks for a text in bytes and files, as it is in UTF-8. */
public final class Bytes {

    private Bytes() {}

    /** Whether the bytes, which may be null, contain it. */
    public static boolean contain(byte[] bytes, String text) {
        return asText(bytes).contains(new String(text.getBytes(UTF_8), ISO_8859_1));
    }

    /** Each byte as a character; an empty text for null. */
    public static String asText(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, ISO_8859_1);
    }

    /** All files in these folders and all below, one after the other, each byte as a character. */
    public static String asText(List<Path> folders) throws IOException {
        return filesIn(folders).stream().map(file -> asText(read(file))).collect(Collectors.joining());
    }

    /**
     * The files that contain it, in these folders and all below.
     *
     * @throws UncheckedIOException also when a folder disappears meanwhile
     */
    public static List<Path> filesWith(String text, List<Path> folders) throws IOException {
        return filesIn(folders).stream()
                .filter(file -> contain(read(file), text))
                .toList();
    }

    private static List<Path> filesIn(List<Path> folders) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(Files::isRegularFile).forEach(found::add);
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
