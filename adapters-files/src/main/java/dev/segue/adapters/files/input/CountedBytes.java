package dev.segue.adapters.files.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Reports how many bytes have been read. */
final class CountedBytes extends FilterInputStream {

    private final LongConsumer whenRead;

    /** After each read, {@code whenRead} receives the number of bytes read. */
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
