package dev.segue.adapters.kafka.sink;

import dev.segue.adapters.kafka.cluster.KafkaTrouble;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Registers a transactional producer with the settings of a job's sinks, under an id that no sink uses. Only this shows
 * whether the brokers accept the job's transaction timeout and its transactional ids: their own settings can be read
 * with rights on the whole cluster only.
 */
final class TransactionTrial {

    private static final String LONGEST_WAIT_MS = "20000";

    /** The brokers' setting that limits the timeout. */
    private static final String MOST_ALLOWED = "transaction.max.timeout.ms";

    private final Sinks sinks;

    TransactionTrial(Sinks sinks) {
        this.sinks = sinks;
    }

    Optional<String> objection() {
        Properties settings = sinks.producerProperties();
        settings.setProperty(ProducerConfig.TRANSACTIONAL_ID_CONFIG, Sinks.transactionsOf(sinks.job()) + "check");
        settings.setProperty(ProducerConfig.MAX_BLOCK_MS_CONFIG, LONGEST_WAIT_MS);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            try {
                producer.initTransactions();
                return Optional.empty();
            } finally {
                producer.close(Duration.ZERO);
            }
        } catch (KafkaException e) {
            return Optional.of(inWords(e));
        }
    }

    private String inWords(KafkaException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            // The client reports this one as a KafkaException, with the broker's message.
            if (String.valueOf(cause.getMessage()).contains(MOST_ALLOWED)) {
                return "Kafka at " + sinks.cluster().bootstrapServers() + " does not allow transactions of "
                        + sinks.transactionTimeout().toMillis()
                        + " ms (kafka.transaction-timeout). Shorten it, or raise " + MOST_ALLOWED + " on the brokers.";
            }
            if (cause instanceof TransactionalIdAuthorizationException) {
                return KafkaTrouble.mayNot(
                        sinks.cluster(),
                        "Write on transactional ids that begin with " + Sinks.transactionsOf(sinks.job()));
            }
        }
        return KafkaTrouble.inWords(
                sinks.cluster(),
                failure,
                message -> "Kafka at " + sinks.cluster().bootstrapServers() + " cannot open transactions: " + message
                        + " With exactly-once delivery, the job needs them (job.delivery).");
    }
}
