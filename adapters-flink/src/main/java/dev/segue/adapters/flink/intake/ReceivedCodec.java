package dev.segue.adapters.flink.intake;

import dev.segue.adapters.flink.codec.Codec;
import dev.segue.adapters.flink.codec.CodecTypeInfo;
import dev.segue.adapters.flink.codec.Part;
import dev.segue.domain.accounting.Received;
import dev.segue.domain.accounting.Received.Message;
import dev.segue.domain.accounting.Received.Rejected;
import dev.segue.domain.playback.DeadLetter;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Codec of records read from another job's topic. Used only on the wire, never in state. */
public abstract class ReceivedCodec<T> implements Codec<Received<T>> {

    private final Part<DeadLetter> deadLetters = new Part<>(new DeadLetterCodec());

    private final String name;
    private final Part<T> messages;

    protected ReceivedCodec(String name, Codec<T> messages) {
        this.name = name;
        this.messages = new Part<>(messages);
    }

    /** The type information of such a codec. */
    @SuppressWarnings("unchecked") // a class object does not know its type arguments
    public static <T> TypeInformation<Received<T>> type(ReceivedCodec<T> codec) {
        return new CodecTypeInfo<>((Class<Received<T>>) (Class<?>) Received.class, codec);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void write(Received<T> received, DataOutputView out) throws IOException {
        out.writeBoolean(received instanceof Message<T>);
        out.writeLong(received.readAt());
        if (received instanceof Message<T> message) {
            out.writeLong(message.appendedAt());
            messages.write(message.content(), out);
        } else if (received instanceof Rejected<T> rejected) {
            deadLetters.write(rejected.letter(), out);
        }
    }

    @Override
    public Received<T> read(DataInputView in, int version) throws IOException {
        boolean usable = in.readBoolean();
        long readAt = in.readLong();
        if (!usable) {
            return new Rejected<>(deadLetters.read(in), readAt);
        }
        long appendedAt = in.readLong();
        return new Message<>(messages.read(in), appendedAt, readAt);
    }
}
