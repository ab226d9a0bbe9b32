package dev.segue.domain.timeline;

/**
 * Stores the fingerprints of accepted events whose copies may lie elsewhere in the timeline: a copy of a corrected
 * event may have been corrected by another number of minutes, and the pieces of a broken play move with its pauses.
 */
public interface Receipts {

    boolean contains(long fingerprint);

    void add(long fingerprint);

    void remove(long fingerprint);
}
