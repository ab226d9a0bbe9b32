package dev.segue.app.job;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.UUID;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.FileSystem.WriteMode;
import org.apache.flink.core.fs.Path;
import org.apache.flink.core.fs.UnsupportedFileSystemSchemeException;

/**
 * The folder for a job's checkpoints.
 *
 * @param uri as configured
 */
record CheckpointFolder(String uri) {

    /**
     * What came of an attempt to write there; nothing when it can be written.
     *
     * @param problem why it cannot be written
     * @param warning why this process cannot tell
     */
    record Trial(Optional<String> problem, Optional<String> warning) {

        static Trial succeeded() {
            return new Trial(Optional.empty(), Optional.empty());
        }

        static Trial failed(String problem) {
            return new Trial(Optional.of(problem), Optional.empty());
        }

        static Trial impossible(String warning) {
            return new Trial(Optional.empty(), Optional.of(warning));
        }
    }

    /**
     * Writes an empty file, and deletes it again.
     *
     * @param onWorkers whether the job runs on other machines, which may have other local folders
     */
    Trial tried(boolean onWorkers) {
        try {
            Path folder = new Path(uri);
            FileSystem files = folder.getFileSystem();
            if (onWorkers && !files.isDistributedFS()) {
                return Trial.impossible(
                        "job.checkpoint-folder " + uri + " is a local folder: every machine of the cluster"
                                + " must have it, as the same shared folder.");
            }
            write(files, folder, new Path(folder, "segue-check-" + UUID.randomUUID()));
            return Trial.succeeded();
        } catch (UnsupportedFileSystemSchemeException e) {
            return Trial.impossible("job.checkpoint-folder " + uri + " is not checked, because this process has no file"
                    + " system for it; the cluster needs one.");
        } catch (IOException | IllegalArgumentException e) {
            return Trial.failed("Checkpoints cannot be written to " + uri + " (job.checkpoint-folder): "
                    + Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName())
                    + ". Correct the folder or its permissions.");
        }
    }

    private static void write(FileSystem files, Path folder, Path file) throws IOException {
        if (!files.mkdirs(folder)) {
            throw new IOException("it cannot be created");
        }
        try (OutputStream out = files.create(file, WriteMode.NO_OVERWRITE)) {
            out.flush();
        }
        files.delete(file, false);
    }
}
