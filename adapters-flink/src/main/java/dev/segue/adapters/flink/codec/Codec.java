package dev.segue.adapters.flink.codec;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Serializes values of one type, and reads them back, including the forms that earlier versions wrote.
 *
 * <p>A savepoint holds state written by some version of a codec. When the serialized form changes, increment
 * {@link #version()} and let {@link #read} accept the previous form as well; state is then migrated on restore. Where the
 * previous form does not hold what is needed now, increment {@link #oldestVersion()} too; such state is refused.
 */
public interface Codec<T> {

    /** The name of the codec in savepoints; never changes. */
    String name();

    /** The version that {@link #write} writes; starts at 1. */
    int version();

    /** The oldest version whose form {@link #read} accepts; at least 1, at most {@link #version()}. */
    default int oldestVersion() {
        return 1;
    }

    void write(T value, DataOutputView out) throws IOException;

    /** Reads the form that {@code version} of this codec wrote. */
    T read(DataInputView in, int version) throws IOException;

    /** A copy that shares no mutable object with the value; an immutable value may be returned as it is. */
    default T copy(T value) {
        return value;
    }
}
