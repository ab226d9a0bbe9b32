package dev.segue.adapters.files.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Serializes the file splits that are not assigned yet. */
final class FileSplitsSerializer implements SimpleVersionedSerializer<Collection<FileSplit>> {

    private final FileSplitSerializer each = new FileSplitSerializer();

    @Override
    public int getVersion() {
        return each.getVersion();
    }

    @Override
    public byte[] serialize(Collection<FileSplit> splits) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(256);
        out.writeInt(splits.size());
        for (FileSplit split : splits) {
            byte[] bytes = each.serialize(split);
            out.writeInt(bytes.length);
            out.write(bytes);
        }
        return out.getCopyOfBuffer();
    }

    @Override
    public Collection<FileSplit> deserialize(int version, byte[] bytes) throws IOException {
        DataInputDeserializer in = new DataInputDeserializer(bytes);
        int count = in.readInt();
        List<FileSplit> splits = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            byte[] one = new byte[in.readInt()];
            in.readFully(one);
            splits.add(each.deserialize(version, one));
        }
        return splits;
    }
}
