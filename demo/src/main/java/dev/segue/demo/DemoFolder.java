package dev.segue.demo;

import dev.segue.stack.CannotStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The data directory of one demo: a temporary one that is deleted at the end, or a requested one that is kept. */
final class DemoFolder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DemoFolder.class);

    private static final long MB = 1 << 20;
    private static final long NEEDED_MB = 1024;
    private static final long FULL_BELOW_MB = 20;
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss");

    private final Path path;
    private final boolean kept;

    private DemoFolder(Path path, boolean kept) {
        this.path = path;
        this.kept = kept;
    }

    /**
     * Creates an empty folder with enough free space for a demo.
     *
     * @param wanted where to create and keep it; null for a temporary directory
     * @throws CannotStart when it cannot be written, or its disk is nearly full
     */
    static DemoFolder make(Path wanted) throws CannotStart {
        DemoFolder folder = made(wanted);
        long free = folder.freeMb();
        if (free < NEEDED_MB) {
            folder.close();
            throw new CannotStart("The disk of " + folder.path.getParent() + " has only " + free
                    + " MB left, and the demo needs " + NEEDED_MB
                    + " MB. Free some space, or choose a directory on another disk with --data DIR.");
        }
        return folder;
    }

    Path path() {
        return path;
    }

    /** Whether it is kept. */
    boolean isKept() {
        return kept;
    }

    /** Whether its disk is full. */
    boolean isFull() {
        return freeMb() < FULL_BELOW_MB;
    }

    /** Deletes it, unless it is kept; the system deletes what is left. */
    @Override
    public void close() {
        if (kept) {
            return;
        }
        try (Stream<Path> files = Files.walk(path)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("Cannot remove {}", path, e);
        }
    }

    private static DemoFolder made(Path wanted) throws CannotStart {
        try {
            if (wanted == null) {
                return new DemoFolder(Files.createTempDirectory("segue-demo-"), false);
            }
            Path folder = wanted.toAbsolutePath()
                    .resolve("segue-demo-" + NAME.format(LocalDateTime.now(ZoneId.systemDefault())));
            return new DemoFolder(Files.createDirectories(folder), true);
        } catch (IOException e) {
            throw new CannotStart(
                    "The demo cannot create a directory for its data"
                            + (wanted == null ? " in " + System.getProperty("java.io.tmpdir") : " in " + wanted) + " ("
                            + e + "). Choose a writable one with --data DIR.",
                    e);
        }
    }

    private long freeMb() {
        try {
            return Files.getFileStore(path).getUsableSpace() / MB;
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }
}
