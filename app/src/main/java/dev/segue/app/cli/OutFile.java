package dev.segue.app.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that is written atomically: the new content becomes visible under its name when it is complete. */
public final class OutFile {

    private final Path target;

    /** The file of that name; an existing one will be replaced. */
    public OutFile(Path target) {
        this.target = target;
    }

    /** What is wrong with the name, as one phrase; null when nothing is wrong. */
    public String objection() {
        Path folder = target.toAbsolutePath().getParent();
        if (Files.isDirectory(target)) {
            return "it is a folder";
        }
        if (folder == null || !Files.isDirectory(folder)) {
            return "there is no folder " + folder;
        }
        boolean special = Files.exists(target) && !Files.isRegularFile(target);
        return Files.isWritable(special ? target : folder) ? null : "permission denied";
    }

    /** Writes the file. If writing fails, or the process ends meanwhile, the file stays as it was. */
    public void write(Content content) throws IOException {
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            // A device or a pipe must not be replaced by a file.
            try (OutputStream out = Files.newOutputStream(target)) {
                content.writeTo(out);
            }
            return;
        }
        Path real = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
        Path part = real.resolveSibling(
                "." + real.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        part.toFile().deleteOnExit();
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                content.writeTo(out);
            }
            move(part, real);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** The content to write. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private static void move(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
