package dev.segue.demo;

import dev.segue.app.cli.CommandFailure;
import dev.segue.app.cli.LogFile;
import dev.segue.app.cli.RootCause;
import dev.segue.stack.LocalFlink;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A job while it runs; closing cancels it. */
final class RunningJob implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunningJob.class);
    private static final long PATIENCE_SECONDS = 15;
    private static final long PATIENCE_TO_DRAIN_SECONDS = 120;

    private final String name;
    private final JobClient client;
    private final LocalFlink flink;
    private CompletableFuture<?> checkpoint = CompletableFuture.completedFuture(null);
    private volatile boolean drained;

    RunningJob(String name, JobClient client, LocalFlink flink) {
        this.name = name;
        this.client = client;
        this.flink = flink;
    }

    /** Begins a checkpoint, unless the last that was begun here is under way. What becomes of it, Flink logs. */
    void checkpoint() {
        if (!drained && checkpoint.isDone()) {
            checkpoint = flink.checkpoint(client.getJobID());
        }
    }

    /** Why it has failed for good; empty as long as it has not, and when it was meant to end. */
    Optional<String> failure() throws InterruptedException {
        if (drained) {
            return Optional.empty();
        }
        try {
            if (!client.getJobStatus().get(PATIENCE_SECONDS, TimeUnit.SECONDS).isTerminalState()) {
                return Optional.empty();
            }
            client.getJobExecutionResult().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return Optional.of("it ended by itself");
        } catch (ExecutionException | TimeoutException e) {
            LOG.error("The job {} has failed", name, e);
            return Optional.of(RootCause.of(e).toString());
        }
    }

    /**
     * Lets it tell everything that is left to tell, as when no event can come any more, and ends it.
     *
     * @param folder for its last savepoint
     */
    void drain(Path folder) throws InterruptedException {
        try {
            client.stopWithSavepoint(true, folder.toUri().toString(), SavepointFormatType.NATIVE)
                    .get(PATIENCE_TO_DRAIN_SECONDS, TimeUnit.SECONDS);
            client.getJobExecutionResult().get(PATIENCE_TO_DRAIN_SECONDS, TimeUnit.SECONDS);
            drained = true;
        } catch (ExecutionException | TimeoutException e) {
            LOG.error("The job {} has not ended well", name, e);
            throw new CommandFailure(
                    "The job " + name + " could not be brought to its end: " + RootCause.of(e) + ". "
                            + LogFile.details(),
                    e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        if (drained) {
            return;
        }
        try {
            client.cancel().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            client.getJobExecutionResult().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | IllegalStateException e) {
            // A cancelled job has no result; one that had failed before cannot be cancelled.
            LOG.debug("The job {} has ended", name, e);
        }
    }
}
