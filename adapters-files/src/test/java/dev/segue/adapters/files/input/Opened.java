package dev.segue.adapters.files.input;

import dev.segue.adapters.files.format.Row;
import dev.segue.adapters.files.format.Rows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Searches a path and reads every file found, for tests. */
final class Opened {

    private Opened() {}

    /** Each row under {@code path}: its event, or what is wrong with it. */
    static List<Object> emitted(Path path) {
        List<Object> all = new ArrayList<>();
        read(
                path,
                (file, row) ->
                        all.add(row instanceof Row.Broken broken ? broken.explanation() : ((Row.Read) row).event()));
        return all;
    }

    /** Each row under {@code path}: the name of its file and the time of its event, or what is wrong with it. */
    static List<String> rows(Path path) {
        List<String> all = new ArrayList<>();
        read(path, (file, row) -> all.add(file.name() + ": " + inShort(row)));
        return all;
    }

    private static void read(Path path, BiConsumer<InputFile, Row> to) {
        for (InputFile file : Search.in(List.of(path)).files()) {
            try (Rows rows = file.open(bytes -> {})) {
                for (Row row = rows.next(); row != null; row = rows.next()) {
                    to.accept(file, row);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static String inShort(Row row) {
        return row instanceof Row.Broken broken
                ? broken.explanation()
                : Long.toString(((Row.Read) row).event().occurredAt());
    }
}
