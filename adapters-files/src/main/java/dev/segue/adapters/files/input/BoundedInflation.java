package dev.segue.adapters.files.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Stops decompression when the output is suspiciously large, as with a zip bomb. */
final class BoundedInflation extends FilterInputStream {

    /** Output below this many bytes is never suspicious. */
    private static final long UNSUSPICIOUS = 1L << 30;

    /** The highest plausible compression ratio; that of real histories is below 50. */
    private static final long MOST_PER_BYTE = 200;

    private final long most;
    private long inflated;

    /** {@code compressed} is the number of compressed bytes, negative when unknown. */
    BoundedInflation(InputStream bytes, long compressed) {
        super(bytes);
        this.most = Math.max(UNSUSPICIOUS, MOST_PER_BYTE * Math.max(0, compressed));
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        return value < 0 ? value : (int) (value + counted(1) - 1);
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        return (int) counted(super.read(target, from, length));
    }

    private long counted(long more) throws IOException {
        inflated += Math.max(0, more);
        if (inflated > most) {
            throw new IOException("it inflates to more than " + most + " bytes, which looks like a zip bomb");
        }
        return more;
    }
}
