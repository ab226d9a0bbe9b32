package dev.segue.adapters.files.source;

import dev.segue.adapters.files.format.Format;
import dev.segue.adapters.files.format.Formats;
import dev.segue.adapters.files.input.InputFile;
import dev.segue.adapters.files.input.Place;
import java.io.IOException;
import java.net.URI;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.types.StringValue;

/** Serializes one file split. */
final class FileSplitSerializer implements SimpleVersionedSerializer<FileSplit> {

    private static final int VERSION = 1;

    @Override
    public int getVersion() {
        return VERSION;
    }

    @Override
    public byte[] serialize(FileSplit split) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(256);
        out.writeInt(split.number());
        StringValue.writeString(split.file().place().name(), out);
        StringValue.writeString(split.file().place().uri().toString(), out);
        out.writeInt(split.file().place().entry());
        out.writeBoolean(split.file().gzip());
        StringValue.writeString(split.file().format().name(), out);
        out.writeLong(split.file().size());
        out.writeLong(split.given());
        out.writeLong(split.readAt());
        return out.getCopyOfBuffer();
    }

    @Override
    public FileSplit deserialize(int version, byte[] bytes) throws IOException {
        if (version != VERSION) {
            throw new IOException("unknown version of a file split: " + version);
        }
        DataInputDeserializer in = new DataInputDeserializer(bytes);
        int number = in.readInt();
        Place place = new Place(StringValue.readString(in), URI.create(StringValue.readString(in)), in.readInt());
        boolean gzip = in.readBoolean();
        Format format = Formats.named(StringValue.readString(in));
        InputFile file = new InputFile(place, gzip, format, in.readLong());
        return new FileSplit(number, file, in.readLong(), in.readLong());
    }
}
