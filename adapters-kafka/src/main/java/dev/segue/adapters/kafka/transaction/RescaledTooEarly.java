package dev.segue.adapters.kafka.transaction;

import java.io.IOException;
import org.apache.flink.runtime.throwable.ThrowableAnnotation;
import org.apache.flink.runtime.throwable.ThrowableType;

/**
 * Aborted records cannot be published again with another parallelism: another subtask may already be writing newer
 * records of the same keys. Restarting does not help.
 */
@ThrowableAnnotation(ThrowableType.NonRecoverableError)
final class RescaledTooEarly extends IOException {

    private static final long serialVersionUID = 1;

    RescaledTooEarly(String transaction, int before, int now) {
        super("Kafka has aborted transaction " + transaction
                + " of this checkpoint, most likely because the job was"
                + " away for longer than kafka.transaction-timeout. Its records can only be published again with the parallelism at"
                + " which they were written: start the job with parallelism " + before + " instead of " + now
                + ", then rescale it with a savepoint.");
    }
}
