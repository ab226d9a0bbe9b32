package dev.segue.app.dashboard;

import dev.segue.adapters.web.store.Topic;

/**
 * How far a topic is read. Remembers that the end was reached once, even if new records arrive faster than they are
 * read.
 */
final class Progress {

    /** The number of records left to read is not known. */
    static final long NOT_KNOWN = -1;

    /** With more unread records than this, the page is visibly out of date. */
    static final long HARDLY_BEHIND = 1_000;

    private boolean wasRead;

    /** The brokers have not yet listed their topics. */
    Topic.State unasked() {
        return Topic.State.UNKNOWN;
    }

    /** The topic does not exist; a later one of that name is a new topic. */
    Topic.State missing() {
        wasRead = false;
        return Topic.State.MISSING;
    }

    /**
     * The topic exists.
     *
     * @param behind number of unread records, or {@link #NOT_KNOWN}
     */
    Topic.State there(long behind) {
        if (behind != NOT_KNOWN && behind <= HARDLY_BEHIND) {
            wasRead = true;
            return Topic.State.LIVE;
        }
        if (!wasRead) {
            return Topic.State.CATCHING_UP;
        }
        return behind == NOT_KNOWN ? Topic.State.LIVE : Topic.State.BEHIND;
    }
}
