package dev.segue.adapters.flink.intake;

import dev.segue.adapters.flink.codec.Codec;
import dev.segue.adapters.flink.codec.Fields;
import dev.segue.domain.playback.DeadLetter;
import dev.segue.domain.playback.DeadLetter.Header;
import dev.segue.domain.playback.RejectionReason;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Codec of dead letters. */
public final class DeadLetterCodec implements Codec<DeadLetter> {

    private static final RejectionReason[] REASONS = RejectionReason.values();

    @Override
    public String name() {
        return "dead-letter";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void write(DeadLetter letter, DataOutputView out) throws IOException {
        Fields.writeEnum(letter.reason(), out);
        Fields.writeText(letter.explanation(), out);
        Fields.writeText(letter.origin(), out);
        out.writeInt(letter.partition());
        out.writeLong(letter.position());
        Fields.writeBytes(letter.key(), out);
        Fields.writeBytes(letter.original(), out);
        Fields.writeList(letter.headers(), DeadLetterCodec::writeHeader, out);
    }

    @Override
    public DeadLetter read(DataInputView in, int version) throws IOException {
        return new DeadLetter(
                Fields.readEnum(REASONS, in),
                Fields.readText(in),
                Fields.readText(in),
                in.readInt(),
                in.readLong(),
                Fields.readBytes(in),
                Fields.readBytes(in),
                Fields.readList(DeadLetterCodec::readHeader, in));
    }

    private static void writeHeader(Header header, DataOutputView out) throws IOException {
        Fields.writeText(header.name(), out);
        Fields.writeBytes(header.value(), out);
    }

    private static Header readHeader(DataInputView in) throws IOException {
        return new Header(Fields.readText(in), Fields.readBytes(in));
    }
}
