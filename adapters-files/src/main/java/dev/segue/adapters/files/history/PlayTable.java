package dev.segue.adapters.files.history;

/**
 * The plays of one listener: a hash table from 64 bits of a play's id to the number of the circumstances merged from
 * all its rows. It takes 12 bytes per slot and is at most two thirds full, so a history of millions of rows fits in
 * memory.
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

    /** Adds a row about the play. */
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

    /** Adds every row of the other table. */
    void addAll(PlayTable other) {
        disputed |= other.disputed;
        for (int slot = 0; slot < other.keys.length; slot++) {
            if (other.numbers[slot] != NONE) {
                add(other.keys[slot], other.numbers[slot]);
            }
        }
    }

    /** The circumstances of a play; null when it was never added. */
    Circumstances get(long key) {
        int number = numbers[slotOf(key)];
        return number == NONE ? null : dictionary.get(number);
    }

    /** Whether two rows about one play have differed. */
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
