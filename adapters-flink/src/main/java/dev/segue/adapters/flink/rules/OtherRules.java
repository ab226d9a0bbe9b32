package dev.segue.adapters.flink.rules;

import org.apache.flink.runtime.throwable.ThrowableAnnotation;
import org.apache.flink.runtime.throwable.ThrowableType;

/** The state to restore was made under other rules; the message is for the user. Flink does not restart such a job. */
@ThrowableAnnotation(ThrowableType.NonRecoverableError)
public final class OtherRules extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OtherRules(String message) {
        super(message);
    }
}
