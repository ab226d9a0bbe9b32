package dev.segue.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for what Flink puts on disk while it sorts; gone when the work is done, also when Ctrl-C ends it. */
final class Workspace implements AutoCloseable {

    private final Path folder;
    private final Thread cleaner;

    private Workspace(Path folder) {
        this.folder = folder;
        this.cleaner = new Thread(() -> delete(folder), "workspace cleaner");
    }

    /** A new one, where this machine keeps temporary files. */
    static Workspace open() throws IOException {
        Workspace workspace = new Workspace(Files.createTempDirectory("segue-replay"));
        Runtime.getRuntime().addShutdownHook(workspace.cleaner);
        return workspace;
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(cleaner);
            delete(folder);
        } catch (IllegalStateException e) {
            // The process is ending, and the cleaner at work.
        }
    }

    /** Deletes what can be deleted: Flink may still be clearing up, too. */
    private static void delete(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            // Left to the machine's own clearing of temporary files.
        }
    }
}
