package dev.segue.simulator.audience;

import java.util.List;

/** A member of the audience, who acts again and again, each time later. */
interface Participant {

    /** The time of the next act, in epoch milliseconds. None of its uploads arrives earlier. */
    long nextAt();

    /** All uploads of the next act, in no particular order. After that, the following act is next. */
    List<Upload> act();

    /** Ends what the participant is in the middle of; there are no more acts. */
    default void end() {}
}
