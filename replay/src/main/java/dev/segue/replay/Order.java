package dev.segue.replay;

/** What the order of files and lines means in a replay. */
enum Order {

    /** Nothing: there is no clock before the end, and nothing is late. */
    MEANINGLESS,

    /**
     * It is the order of arrival: the clock advances after every event, and events beyond the allowed lateness are
     * late.
     */
    OF_ARRIVAL
}
