package dev.segue.contracts.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;

/** Reads the messages as they stand in the sources, and as they were released. */
final class Messages {

    private static final Path SOURCES = Path.of("src/main/avro");
    private static final Path RELEASED = Path.of("released");
    private static final Pattern VERSION = Pattern.compile("v([1-9][0-9]*)\\.avsc");

    private Messages() {}

    /** Every message of the sources, by name; what is only shared between messages is none. */
    static SortedMap<String, Schema> current() {
        SchemaParser parser = new SchemaParser();
        schemasIn(SOURCES.resolve("shared")).forEach(file -> parse(parser, file));
        List<SchemaParser.ParseResult> messages =
                schemasIn(SOURCES).stream().map(file -> parse(parser, file)).toList();
        SortedMap<String, Schema> byName = new TreeMap<>();
        for (SchemaParser.ParseResult message : messages) {
            Schema schema = message.mainSchema();
            byName.put(schema.getName(), schema);
        }
        return byName;
    }

    /** The released versions of a message, by number; empty when it was never released. */
    static SortedMap<Integer, Schema> released(String message) {
        SortedMap<Integer, Schema> versions = new TreeMap<>();
        Path folder = RELEASED.resolve(message);
        if (!Files.isDirectory(folder)) {
            return versions;
        }
        for (Path file : schemasIn(folder)) {
            Matcher name = VERSION.matcher(file.getFileName().toString());
            if (!name.matches()) {
                throw new IllegalStateException(file + " should be named v1.avsc, v2.avsc, ...");
            }
            versions.put(
                    Integer.valueOf(name.group(1)),
                    parse(new SchemaParser(), file).mainSchema());
        }
        return versions;
    }

    /** The names of all messages that were ever released. */
    static List<String> everReleased() {
        return list(RELEASED).stream()
                .filter(Files::isDirectory)
                .map(folder -> folder.getFileName().toString())
                .toList();
    }

    private static SchemaParser.ParseResult parse(SchemaParser parser, Path file) {
        try {
            return parser.parse(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> schemasIn(Path folder) {
        return list(folder).stream()
                .filter(file -> file.toString().endsWith(".avsc"))
                .toList();
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
