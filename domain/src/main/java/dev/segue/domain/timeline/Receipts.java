package dev.segue.domain.timeline;

/**
 * Keeps the fingerprints of those accepted events of a listener of which a copy cannot be found where it lies in the
 * timeline: the times of a corrected event may have been corrected by another minute in the copy, and the pieces of a
 * broken play move with its pauses.
 */
public interface Receipts {

    boolean contains(long fingerprint);

    void add(long fingerprint);

    void remove(long fingerprint);
}
