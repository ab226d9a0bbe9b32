package dev.segue.demo;

import dev.segue.app.cli.CommandFailure;
import dev.segue.app.cli.LogFile;
import dev.segue.app.cli.RootCause;
import dev.segue.domain.accounting.Sentence;
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

/** A running job; closing cancels it. */
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

    /** Triggers a checkpoint, unless the last one triggered here is still in progress. Flink logs its result. */
    void checkpoint() {
        if (!drained && checkpoint.isDone()) {
            checkpoint = flink.checkpoint(client.getJobID());
        }
    }

    /** Why it has failed for good; empty while it runs, and after it was drained. */
    Optional<String> failure() throws InterruptedException {
        if (drained) {
            return Optional.empty();
        }
        try {
            if (!client.getJobStatus().get(PATIENCE_SECONDS, TimeUnit.SECONDS).isTerminalState()) {
                return Optional.empty();
            }
            client.getJobExecutionResult().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return Optional.of("it ended unexpectedly");
        } catch (ExecutionException | TimeoutException e) {
            LOG.error("The job {} has failed", name, e);
            return Optional.of(RootCause.of(e).toString());
        }
    }

    /**
     * Drains the job: it emits everything still pending, as if no more events could come, and ends.
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
            LOG.error("The job {} did not end cleanly", name, e);
            throw new CommandFailure(
                    Sentence.ended("The job " + name + " could not be drained: " + RootCause.of(e)) + " "
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
            // A cancelled job has no result; one that failed before cannot be cancelled.
            LOG.debug("The job {} has ended", name, e);
        }
    }
}
