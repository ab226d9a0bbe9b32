package dev.segue.adapters.files.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends the reading of something compressed that inflates beyond all reason, as if made to do harm. */
final class BoundedInflation extends FilterInputStream {

    /** Nothing is suspicious below this many bytes. */
    private static final long UNSUSPICIOUS = 1L << 30;

    /** How many bytes one compressed byte may stand for; real histories stay below 50. */
    private static final long MOST_PER_BYTE = 200;

    private final long most;
    private long inflated;

    /** Inflates what takes {@code compressed} bytes; a negative number when that is not known. */
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
            throw new IOException(
                    "it inflates to more than " + most + " bytes, which looks like an archive made to harm");
        }
        return more;
    }
}
