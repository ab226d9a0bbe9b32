package dev.segue.adapters.flink.codec;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * A value nested in the serialized form of another one, prefixed with the version of its own codec in one byte, so that
 * its form can change independently.
 *
 * @param codec codec of the nested value
 */
public record Part<T>(Codec<T> codec) {

    public void write(T value, DataOutputView out) throws IOException {
        out.writeByte(codec.version());
        codec.write(value, out);
    }

    public T read(DataInputView in) throws IOException {
        int version = in.readUnsignedByte();
        if (version < codec.oldestVersion()) {
            throw new IOException(
                    "The part '" + codec.name() + "' of the state was written by an earlier version of Segue, in form "
                            + version + "; this one reads form " + codec.oldestVersion()
                            + " and later. Start the job without this savepoint: CHANGELOG.md says what that means.");
        }
        return codec.read(in, version);
    }
}
