package dev.segue.replay.local;

import static java.util.Objects.requireNonNull;

import dev.segue.adapters.files.source.InThisProcess;
import java.io.Serializable;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** A sink that passes every element to an object in this process, from several threads at once. */
public final class InProcessSink<T, R> implements Sink<T> {

    private final InThisProcess<R> receiver;
    private final Receiving<T, R> how;

    /** Calls {@code how} with {@code receiver} for each element. */
    public InProcessSink(InThisProcess<R> receiver, Receiving<T, R> how) {
        this.receiver = requireNonNull(receiver, "receiver");
        this.how = requireNonNull(how, "how");
    }

    /** What the receiver does with an element. */
    @FunctionalInterface
    public interface Receiving<T, R> extends Serializable {
        void receive(R receiver, T element);
    }

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
        R open = receiver.get();
        return new SinkWriter<>() {
            @Override
            public void write(T element, Context when) {
                how.receive(open, element);
            }

            @Override
            public void flush(boolean endOfInput) {}

            @Override
            public void close() {}
        };
    }
}
