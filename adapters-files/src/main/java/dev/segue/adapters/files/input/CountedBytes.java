package dev.segue.adapters.files.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Tells how many bytes have been read. */
final class CountedBytes extends FilterInputStream {

    private final LongConsumer whenRead;

    /** Tells {@code whenRead} how many more bytes, each time some have been read. */
    CountedBytes(InputStream bytes, LongConsumer whenRead) {
        super(bytes);
        this.whenRead = whenRead;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value >= 0) {
            whenRead.accept(1);
        }
        return value;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        int read = super.read(target, from, length);
        if (read > 0) {
            whenRead.accept(read);
        }
        return read;
    }
}
