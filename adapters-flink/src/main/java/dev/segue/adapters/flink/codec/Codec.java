package dev.segue.adapters.flink.codec;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Writes values of one type as bytes and reads them back, also as earlier versions wrote them.
 *
 * <p>State in savepoints was written by a codec of some version. A change of the written form raises {@link #version()}
 * and teaches {@link #read} to read the form before; state is then migrated on restore.
 */
public interface Codec<T> {

    /** Names the codec in savepoints; never changes. */
    String name();

    /** The version that {@link #write} writes; counts from 1. */
    int version();

    void write(T value, DataOutputView out) throws IOException;

    /** Reads what {@code version} of this codec wrote. */
    T read(DataInputView in, int version) throws IOException;

    /** A copy that shares nothing that can change; immutable values need none. */
    default T copy(T value) {
        return value;
    }
}
