package dev.segue.app.dashboard;

import dev.segue.adapters.web.store.Topic;

/** How far a topic is read, told from one look to the next: what was read to its end once stays known, however much comes. */
final class Progress {

    /** It is not known how many records there are to read. */
    static final long NOT_KNOWN = -1;

    /** More than this, and what is shown is visibly old. */
    static final long HARDLY_BEHIND = 1_000;

    private boolean wasRead;

    /** The brokers have not said yet which topics there are. */
    Topic.State unasked() {
        return Topic.State.UNKNOWN;
    }

    /** There is no such topic; one of that name that comes later is another one. */
    Topic.State missing() {
        wasRead = false;
        return Topic.State.MISSING;
    }

    /**
     * It is there.
     *
     * @param behind records that are there and not read yet, or {@link #NOT_KNOWN}
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
