package dev.segue.adapters.flink.type;

import dev.segue.domain.account.Received;
import dev.segue.domain.account.Received.Message;
import dev.segue.domain.account.Received.SetAside;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes what was read from a topic that another job writes. Travels only; never rests in state. */
final class ReceivedCodec<T> implements Codec<Received<T>> {

    private static final int VERSION_OF_MESSAGES = 1;

    /** Their version is ours: we changed when they did. */
    private final DeadLetterCodec deadLetters = new DeadLetterCodec();

    private final String name;
    private final Codec<T> messages;

    ReceivedCodec(String name, Codec<T> messages) {
        this.name = name;
        this.messages = messages;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public void write(Received<T> received, DataOutputView out) throws IOException {
        out.writeBoolean(received instanceof Message<T>);
        out.writeLong(received.readAt());
        if (received instanceof Message<T> message) {
            out.writeLong(message.appendedAt());
            messages.write(message.content(), out);
        } else if (received instanceof SetAside<T> setAside) {
            deadLetters.write(setAside.letter(), out);
        }
    }

    @Override
    public Received<T> read(DataInputView in, int version) throws IOException {
        boolean usable = in.readBoolean();
        long readAt = in.readLong();
        if (!usable) {
            return new SetAside<>(deadLetters.read(in, version), readAt);
        }
        long appendedAt = in.readLong();
        return new Message<>(messages.read(in, VERSION_OF_MESSAGES), appendedAt, readAt);
    }
}
