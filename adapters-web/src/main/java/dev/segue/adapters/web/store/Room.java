package dev.segue.adapters.web.store;

/** What there is room for: so many things, that together take so many bytes. Knows what is taken of it. */
final class Room {

    private final int most;
    private final long mostBytes;

    private long bytes;
    private long evicted;

    /** For at most {@code most} things, and at most about {@code mostBytes} bytes. */
    Room(int most, long mostBytes) {
        this.most = most;
        this.mostBytes = mostBytes;
    }

    void take(long more) {
        bytes += more;
    }

    void give(long back) {
        bytes -= back;
    }

    /** Whether something has to be let go, when so many are kept. */
    boolean isShortOf(int kept) {
        return kept > most || (bytes > mostBytes && kept > 0);
    }

    void evicted(long number) {
        evicted += number;
    }

    Memory.Fill fill(int kept) {
        return new Memory.Fill(kept, most, bytes, mostBytes, evicted);
    }
}
