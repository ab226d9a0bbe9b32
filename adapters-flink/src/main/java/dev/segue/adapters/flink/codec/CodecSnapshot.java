package dev.segue.adapters.flink.codec;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Identifies in a savepoint how its state was written: the codec's name and version. */
public final class CodecSnapshot<T> implements TypeSerializerSnapshot<T> {

    private static final int FORM = 1;

    private String name;
    private int version;

    /** Called by Flink, which then calls {@link #readSnapshot}. */
    public CodecSnapshot() {}

    CodecSnapshot(String name, int version) {
        this.name = name;
        this.version = version;
    }

    @Override
    public int getCurrentVersion() {
        return FORM;
    }

    @Override
    public void writeSnapshot(DataOutputView out) throws IOException {
        out.writeUTF(name);
        out.writeInt(version);
    }

    @Override
    public void readSnapshot(int readVersion, DataInputView in, ClassLoader userCodeClassLoader) throws IOException {
        name = in.readUTF();
        version = in.readInt();
    }

    @Override
    public TypeSerializer<T> restoreSerializer() {
        Codec<T> codec = Codecs.named(name);
        if (version < codec.oldestVersion()) {
            throw new IllegalStateException(
                    "The state '" + name + "' was written by an earlier version of Segue, in form "
                            + version + "; this one reads form " + codec.oldestVersion()
                            + " and later. Start the job without this savepoint: CHANGELOG.md says what that means.");
        }
        return new CodecSerializer<>(codec, version);
    }

    @Override
    public TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(TypeSerializerSnapshot<T> oldSnapshot) {
        if (!(oldSnapshot instanceof CodecSnapshot<T> old) || !old.name.equals(name) || old.version > version) {
            return TypeSerializerSchemaCompatibility.incompatible();
        }
        return old.version == version
                ? TypeSerializerSchemaCompatibility.compatibleAsIs()
                : TypeSerializerSchemaCompatibility.compatibleAfterMigration();
    }
}
