package dev.segue.adapters.kafka.source;

import dev.segue.domain.clock.Clocks;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Makes of a record what a job works with, and says which time it carries.
 *
 * @param <T> what is made of records: usable messages, and what had to be set aside
 */
interface RecordDecoder<T> {

    /** The time of what moves no clock. */
    long NO_TIME = Clocks.NOT_STARTED;

    /**
     * Never fails for what is in the record.
     *
     * @param readAt when it was read, by our own wall clock
     */
    T decode(ConsumerRecord<byte[], byte[]> record, long readAt);

    /** Whether it is a usable message: it breaks the silence of its partition. */
    boolean isUsable(T read);

    /** The time to which it moves the clock of its partition, or {@link #NO_TIME}. */
    long time(T read);
}
