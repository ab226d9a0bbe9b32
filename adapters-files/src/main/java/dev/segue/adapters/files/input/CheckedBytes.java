package dev.segue.adapters.files.input;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/** Verifies the checksum at the end of the stream. */
final class CheckedBytes extends CheckedInputStream {

    private final long expected;

    /** {@code expected} is the CRC-32 of all bytes. */
    CheckedBytes(InputStream bytes, long expected) {
        super(bytes, new CRC32());
        this.expected = expected;
    }

    @Override
    public int read() throws IOException {
        return checked(super.read());
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        return checked(super.read(target, from, length));
    }

    private int checked(int read) throws IOException {
        if (read < 0 && getChecksum().getValue() != expected) {
            throw new IOException("its checksum is wrong, so part of it is damaged");
        }
        return read;
    }
}
