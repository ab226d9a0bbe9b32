package dev.segue.app.demo;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.core.execution.JobClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The job while it runs; closing cancels it. */
final class RunningJob implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunningJob.class);
    private static final long PATIENCE_SECONDS = 15;

    private final JobClient client;

    RunningJob(JobClient client) {
        this.client = client;
    }

    /** Why it has failed for good; empty as long as it has not. */
    Optional<String> failure() throws InterruptedException {
        try {
            if (!client.getJobStatus().get(PATIENCE_SECONDS, TimeUnit.SECONDS).isTerminalState()) {
                return Optional.empty();
            }
            client.getJobExecutionResult().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return Optional.of("it ended by itself");
        } catch (ExecutionException | TimeoutException e) {
            LOG.error("The job has failed", e);
            return Optional.of(rootOf(e).toString());
        }
    }

    @Override
    public void close() throws InterruptedException {
        try {
            client.cancel().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            client.getJobExecutionResult().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | IllegalStateException e) {
            // A cancelled job has no result; one that had failed before cannot be cancelled.
            LOG.debug("The job has ended", e);
        }
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
