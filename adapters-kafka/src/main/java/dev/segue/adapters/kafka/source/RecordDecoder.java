package dev.segue.adapters.kafka.source;

import dev.segue.domain.clock.Clocks;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Decodes records to a job's input, and determines their time.
 *
 * @param <T> type of the decoded records: usable messages and rejected records
 */
interface RecordDecoder<T> {

    /** The time of records that move no clock. */
    long NO_TIME = Clocks.NOT_STARTED;

    /**
     * Never fails because of a record's content.
     *
     * @param readAt when it was read, by our own wall clock
     */
    T decode(ConsumerRecord<byte[], byte[]> record, long readAt);

    /** Whether it is a usable message, which ends the silence of its partition. */
    boolean isUsable(T read);

    /**
     * The time to which a record advances the clock of its partition, or {@link #NO_TIME}.
     *
     * @param read what the record was decoded to
     */
    long time(ConsumerRecord<byte[], byte[]> record, T read);

    /**
     * The time to which it advances the clock of its partition once nothing on that is left unread, or {@link #NO_TIME} if
     * that is no other time.
     */
    default long timeOnceAllIsRead(T read) {
        return NO_TIME;
    }
}
