package dev.segue.adapters.files.history;

/**
 * The plays of one listener, each by 64 bits of its id, with the number of the circumstances that all its rows together
 * tell of. It takes 12 bytes a slot, at most two thirds of which are full, so that a history of millions of rows fits
 * anywhere.
 */
final class PlayTable {

    private static final int NONE = 0;

    private final Dictionary dictionary;
    private long[] keys = new long[16];
    private int[] numbers = new int[16];
    private int size;
    private boolean disputed;

    PlayTable(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    /** Notes a row about the play. */
    void add(long key, int circumstances) {
        int slot = slotOf(key);
        if (numbers[slot] == NONE) {
            keys[slot] = key;
            numbers[slot] = circumstances;
            size++;
            if (size * 3L > keys.length * 2L) {
                grow();
            }
        } else if (numbers[slot] != circumstances) {
            numbers[slot] = dictionary.both(numbers[slot], circumstances);
            disputed = true;
        }
    }

    /** Notes every row that the other has noted. */
    void addAll(PlayTable other) {
        disputed |= other.disputed;
        for (int slot = 0; slot < other.keys.length; slot++) {
            if (other.numbers[slot] != NONE) {
                add(other.keys[slot], other.numbers[slot]);
            }
        }
    }

    /** The circumstances of a play; null when it was never noted. */
    Circumstances get(long key) {
        int number = numbers[slotOf(key)];
        return number == NONE ? null : dictionary.get(number);
    }

    /** Whether two rows about one play have ever differed. */
    boolean isDisputed() {
        return disputed;
    }

    private int slotOf(long key) {
        int mask = keys.length - 1;
        int slot = (int) (key ^ (key >>> 32)) & mask;
        while (numbers[slot] != NONE && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldNumbers = numbers;
        keys = new long[2 * oldKeys.length];
        numbers = new int[2 * oldKeys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldNumbers[i] != NONE) {
                int slot = slotOf(oldKeys[i]);
                keys[slot] = oldKeys[i];
                numbers[slot] = oldNumbers[i];
            }
        }
    }
}
