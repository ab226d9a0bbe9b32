package dev.segue.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for Flink's temporary files during sorting. It is deleted at the end, also after Ctrl-C. */
final class Workspace implements AutoCloseable {

    private final Path folder;
    private final Thread cleaner;

    private Workspace(Path folder) {
        this.folder = folder;
        this.cleaner = new Thread(() -> delete(folder), "workspace cleaner");
    }

    /** A new folder in this machine's temporary directory. */
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
            // The process is ending, and the cleaner is running.
        }
    }

    /** Deletes what it can: Flink may be deleting files at the same time. */
    private static void delete(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            // The system cleans its temporary directory itself.
        }
    }
}
