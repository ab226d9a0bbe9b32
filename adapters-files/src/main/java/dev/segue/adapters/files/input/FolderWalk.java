package dev.segue.adapters.files.input;

import dev.segue.adapters.files.input.Found.PassedOver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Walks a folder and its subfolders and follows links. A link to something already in the folder, or back to where it
 * came from, is skipped, so that each file is found once and the walk ends.
 */
final class FolderWalk {

    /** Why something without readable text, such as a socket, is skipped. */
    static final String NEITHER = "neither a file nor a folder";

    private final List<Path> files = new ArrayList<>();
    private final List<PassedOver> skipped = new ArrayList<>();
    private final List<PassedOver> refused = new ArrayList<>();
    private final Set<Object> seen = new HashSet<>();
    private final Queue<Path> links = new ArrayDeque<>();

    private FolderWalk() {}

    /** Walks {@code folder}, which may itself be a link. */
    static FolderWalk of(Path folder) {
        FolderWalk walk = new FolderWalk();
        walk.visitFolder(folder);
        for (Path link = walk.links.poll(); link != null; link = walk.links.poll()) {
            walk.visit(link, true);
        }
        Collections.sort(walk.files);
        return walk;
    }

    /** The files in it, sorted by path. */
    List<Path> files() {
        return files;
    }

    List<PassedOver> skipped() {
        return skipped;
    }

    /** The folders that could not be read. */
    List<PassedOver> refused() {
        return refused;
    }

    private void visitFolder(Path folder) {
        try {
            if (!isNew(folder)) {
                return;
            }
            for (Path inside : inside(folder)) {
                if (Files.isSymbolicLink(inside)) {
                    links.add(inside);
                } else {
                    visit(inside, false);
                }
            }
        } catch (IOException e) {
            refused.add(new PassedOver(PathName.of(folder), Search.reason(e)));
        }
    }

    private void visit(Path path, boolean link) {
        try {
            if (Files.isDirectory(path)) {
                visitFolder(path);
            } else if (Files.isRegularFile(path)) {
                boolean isNew = isNew(path);
                if (isNew || !link) {
                    files.add(path);
                }
            } else {
                boolean nowhere = link && !Files.exists(path);
                skipped.add(new PassedOver(PathName.of(path), nowhere ? "a broken link" : NEITHER));
            }
        } catch (IOException e) {
            refused.add(new PassedOver(PathName.of(path), Search.reason(e)));
        }
    }

    private boolean isNew(Path path) throws IOException {
        Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
        return seen.add(key == null ? path.toRealPath() : key);
    }

    private static List<Path> inside(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.sorted().toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
