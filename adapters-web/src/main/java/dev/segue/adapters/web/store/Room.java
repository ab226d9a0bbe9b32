package dev.segue.adapters.web.store;

/** A limit on a number of entries and on the bytes that they take together; counts the bytes in use. */
final class Room {

    private final int most;
    private final long mostBytes;

    private long bytes;
    private long evicted;

    /** For at most {@code most} entries, and at most about {@code mostBytes} bytes. */
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

    /** Whether something must be evicted when {@code count} entries are stored. */
    boolean isShortOf(int count) {
        return count > most || (bytes > mostBytes && count > 0);
    }

    void countEvicted(long number) {
        evicted += number;
    }

    Memory.Fill fill(int count) {
        return new Memory.Fill(count, most, bytes, mostBytes, evicted);
    }
}
