package dev.segue.adapters.kafka.transaction;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.apache.flink.util.ExceptionUtils;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TransactionalIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Finds the records of a transaction in the log, and copies them if it was aborted. */
final class AbortedRecords {

    private static final Set<TransactionState> COMMITTED =
            EnumSet.of(TransactionState.PREPARE_COMMIT, TransactionState.COMPLETE_COMMIT);

    private static final Duration POLL = Duration.ofMillis(500);

    private final KafkaCluster cluster;
    private final Properties producer;

    /**
     * For the transactions of one sink.
     *
     * @param producer the settings of the producers that made them
     */
    AbortedRecords(KafkaCluster cluster, Properties producer) {
        this.cluster = cluster;
        this.producer = producer;
    }

    /** What became of a transaction that Kafka does not commit. */
    enum Fate {
        /** It had been committed before, or copied. */
        COMMITTED,
        /** It was aborted, and records of it are in the log. */
        ABORTED,
        /** None of its records is in the log any more, so nobody can tell. */
        GONE
    }

    /**
     * What became of a transaction. Waits for the end of transactions that began before it, which an open one reaches at
     * the latest when it times out.
     */
    Fate fateOf(PreparedTransaction prepared) throws InterruptedException {
        OffsetRanges written = prepared.written();
        for (TopicPartition partition : written.partitions()) {
            ConsumerRecord<byte[], byte[]> present = firstInLog(written, partition, record -> true);
            if (present != null) {
                // Records of one transaction are committed or aborted together.
                return isCommitted(partition, present.offset()) || wasCopied(prepared) ? Fate.COMMITTED : Fate.ABORTED;
            }
        }
        return Fate.GONE;
    }

    /**
     * Copies the records, in their order, in one transaction.
     *
     * @return how many are still in the log
     */
    long publishAgain(PreparedTransaction prepared) throws InterruptedException {
        OffsetRanges written = prepared.written();
        Properties settings = new Properties();
        settings.putAll(producer);
        settings.setProperty(ProducerConfig.TRANSACTIONAL_ID_CONFIG, idOfCopy(prepared));
        long[] copied = new long[1];
        try (KafkaProducer<byte[], byte[]> copies =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            copies.initTransactions();
            copies.beginTransaction();
            for (TopicPartition partition : written.partitions()) {
                firstInLog(written, partition, record -> {
                    Future<?> unused = copies.send(new ProducerRecord<>(
                            record.topic(),
                            record.partition(),
                            record.timestamp(),
                            record.key(),
                            record.value(),
                            record.headers()));
                    copied[0]++;
                    return false;
                });
            }
            copies.commitTransaction();
        }
        return copied[0];
    }

    /** The first record of the transaction in a partition that passes; null if none does. */
    private ConsumerRecord<byte[], byte[]> firstInLog(
            OffsetRanges written, TopicPartition partition, Predicate<ConsumerRecord<byte[], byte[]>> test)
            throws InterruptedException {
        return first(
                "read_uncommitted",
                partition,
                written.first(partition),
                written.last(partition),
                record -> written.contain(partition, record.offset()) && test.test(record));
    }

    private boolean isCommitted(TopicPartition partition, long offset) throws InterruptedException {
        return first("read_committed", partition, offset, offset, record -> true) != null;
    }

    /** By an earlier attempt, which failed before its next checkpoint. */
    private boolean wasCopied(PreparedTransaction prepared) throws InterruptedException {
        String id = idOfCopy(prepared);
        try (Admin admin = Admin.create(settings(KafkaCluster.PATIENT_ADMIN))) {
            return COMMITTED.contains(admin.describeTransactions(List.of(id))
                    .description(id)
                    .get()
                    .state());
        } catch (ExecutionException e) {
            if (ExceptionUtils.findThrowable(e, TransactionalIdNotFoundException.class)
                    .isPresent()) {
                return false;
            }
            throw new IllegalStateException("Kafka does not say what became of transaction " + id, e);
        }
    }

    /** Flink may use a transactional id again; with its producer and epoch it is unique. */
    private static String idOfCopy(PreparedTransaction prepared) {
        return prepared.transaction().getTransactionalId() + "-"
                + prepared.transaction().getProducerId() + "-"
                + prepared.transaction().getEpoch() + "-again";
    }

    /** The first record from offset {@code first} to {@code last}, both inclusive, that passes; null if none does. */
    private ConsumerRecord<byte[], byte[]> first(
            String isolation,
            TopicPartition partition,
            long first,
            long last,
            Predicate<ConsumerRecord<byte[], byte[]>> test)
            throws InterruptedException {
        Properties settings = settings(Map.of(
                "isolation.level",
                isolation,
                "enable.auto.commit",
                "false",
                "auto.offset.reset",
                "earliest",
                "allow.auto.create.topics",
                "false"));
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            long end = Math.min(last + 1, endOf(partition));
            consumer.assign(List.of(partition));
            consumer.seek(partition, first);
            while (consumer.position(partition) < end) {
                if (Thread.interrupted()) {
                    throw new InterruptedException("while reading " + partition);
                }
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    if (record.offset() <= last && test.test(record)) {
                        return record;
                    }
                }
            }
            return null;
        }
    }

    /** The end of the log, whatever is committed; 0 where the topic was deleted. */
    private long endOf(TopicPartition partition) throws InterruptedException {
        try (Admin admin = Admin.create(settings(KafkaCluster.PATIENT_ADMIN))) {
            return admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                    .partitionResult(partition)
                    .get()
                    .offset();
        } catch (ExecutionException e) {
            if (ExceptionUtils.findThrowable(e, UnknownTopicOrPartitionException.class)
                    .isPresent()) {
                return 0;
            }
            throw new IllegalStateException("Kafka does not say where " + partition + " ends", e);
        }
    }

    private Properties settings(Map<String, String> own) {
        return cluster.propertiesWith(new HashMap<>(own));
    }
}
