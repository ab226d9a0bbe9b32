package dev.segue.simulator.audience;

import java.util.List;

/** One of the audience: does something again and again, each time at a later time. */
interface Participant {

    /** When it does something next, in epoch milliseconds. Nothing of that arrives earlier. */
    long nextAt();

    /** Everything that comes of what it does next, in no particular order; what follows is next then. */
    List<Upload> act();

    /** Nothing more will be asked of it: what it was in the middle of is over. */
    default void end() {}
}
