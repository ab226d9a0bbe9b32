package dev.segue.domain.session;

/**
 * Keeps the fingerprints of a listener's accepted events whose times were corrected. A copy of such an event may have
 * been corrected by another minute, so it is not found where the first one lies in the timeline.
 */
public interface Receipts {

    boolean contains(long fingerprint);

    void add(long fingerprint);

    void remove(long fingerprint);
}
