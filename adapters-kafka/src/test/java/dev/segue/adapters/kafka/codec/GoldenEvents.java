package dev.segue.adapters.kafka.codec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;

/** {@link Samples} as written by other clients; the files say by which, when and how. */
public final class GoldenEvents {

    private static final Path FILE = Path.of("src/test/resources/golden/playback-events-v1.hex");

    private GoldenEvents() {}

    /** Complete values of records, in the order of the samples. */
    public static List<byte[]> values() {
        try {
            return Files.readAllLines(FILE).stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(HexFormat.of()::parseHex)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The values as lines of such a file. */
    public static String lines(List<byte[]> values) {
        StringBuilder lines = new StringBuilder();
        values.forEach(value -> lines.append(HexFormat.of().formatHex(value)).append('\n'));
        return lines.toString();
    }
}
