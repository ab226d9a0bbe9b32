package dev.segue.adapters.kafka.transaction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.connector.kafka.sink.KafkaCommittable;
import org.apache.flink.util.ExceptionUtils;
import org.apache.kafka.common.errors.InvalidPidMappingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Commits transactions; publishes the records of an aborted one again. */
final class RepublishingCommitter implements Committer<PreparedTransaction> {

    private static final Logger LOG = LoggerFactory.getLogger(RepublishingCommitter.class);

    private final Committer<KafkaCommittable> committer;
    private final AbortedRecords aborted;
    private final int parallelism;

    /**
     * A committer of one subtask.
     *
     * @param committer Flink's
     * @param parallelism how many subtasks write now
     */
    RepublishingCommitter(Committer<KafkaCommittable> committer, AbortedRecords aborted, int parallelism) {
        this.committer = committer;
        this.aborted = aborted;
        this.parallelism = parallelism;
    }

    @Override
    public void commit(Collection<CommitRequest<PreparedTransaction>> requests)
            throws IOException, InterruptedException {
        List<Forwarded> forwarded = new ArrayList<>();
        requests.forEach(request -> forwarded.add(new Forwarded(request)));
        committer.commit(List.copyOf(forwarded));
        for (Forwarded request : forwarded) {
            if (request.refusal != null) {
                recover(request.of.getCommittable(), request.refusal);
                request.of.signalAlreadyCommitted();
            }
        }
    }

    /** Kafka refuses to commit a transaction that it has aborted, and one that was committed before. */
    private void recover(PreparedTransaction prepared, Throwable refusal) throws IOException, InterruptedException {
        String id = prepared.transaction().getTransactionalId();
        if (!prepared.isRestored()) {
            throw new IOException(
                    "Kafka has aborted transaction " + id
                            + " of the running job, because committing it took longer than"
                            + " kafka.transaction-timeout, or because another job has the same job.name. The job"
                            + " restarts from its checkpoint and publishes the records again.",
                    refusal);
        }
        LOG.info("Looking at what became of transaction {}, which Kafka does not commit", id);
        switch (aborted.fateOf(prepared)) {
            case COMMITTED -> LOG.info("Transaction {} had been committed before; nothing is lost.", id);
            case GONE ->
                LOG.warn(
                        "Kafka does not commit transaction {}, and its {} records are no longer in the topics: retention or"
                                + " compaction has removed them, or the topics were deleted. If it was not committed"
                                + " before, they are lost.",
                        id,
                        prepared.written().count());
            case ABORTED -> publishAgain(prepared, id);
        }
    }

    private void publishAgain(PreparedTransaction prepared, String id) throws IOException, InterruptedException {
        if (prepared.parallelism() != parallelism) {
            throw new RescaledTooEarly(id, prepared.parallelism(), parallelism);
        }
        long published = aborted.publishAgain(prepared);
        LOG.warn(
                "Kafka had aborted transaction {}, most likely because the job was away for longer than"
                        + " kafka.transaction-timeout. Of its {} records, {} are published again; retention or"
                        + " compaction has removed the others.",
                id,
                prepared.written().count(),
                published);
    }

    @Override
    public void close() throws Exception {
        committer.close();
    }

    /** A request as Flink's committer expects it. */
    private static final class Forwarded implements CommitRequest<KafkaCommittable> {

        private final CommitRequest<PreparedTransaction> of;
        private Throwable refusal;

        private Forwarded(CommitRequest<PreparedTransaction> of) {
            this.of = of;
        }

        @Override
        public KafkaCommittable getCommittable() {
            return of.getCommittable().transaction();
        }

        @Override
        public int getNumberOfRetries() {
            return of.getNumberOfRetries();
        }

        @Override
        public void signalFailedWithKnownReason(Throwable reason) {
            refusal = reason;
        }

        @Override
        public void signalFailedWithUnknownReason(Throwable reason) {
            // Brokers forget a transactional id that was not used for a week (transactional.id.expiration.ms).
            if (ExceptionUtils.findThrowable(reason, InvalidPidMappingException.class)
                    .isPresent()) {
                refusal = reason;
            } else {
                of.signalFailedWithUnknownReason(reason);
            }
        }

        @Override
        public void retryLater() {
            of.retryLater();
        }

        @Override
        public void updateAndRetryLater(KafkaCommittable transaction) {
            PreparedTransaction before = of.getCommittable();
            of.updateAndRetryLater(new PreparedTransaction(transaction, before.parallelism(), before.written()));
        }

        @Override
        public void signalAlreadyCommitted() {
            of.signalAlreadyCommitted();
        }
    }
}
