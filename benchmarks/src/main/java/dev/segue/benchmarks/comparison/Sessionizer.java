package dev.segue.benchmarks.comparison;

import java.util.List;

/** A way to turn arriving events into sessions. All use the same gap. */
interface Sessionizer {

    /** Its name in the table. */
    String name();

    /**
     * Its final sessions, after enough time has passed for all to be emitted.
     *
     * @param arrived events in order of arrival
     * @throws Exception any failure
     */
    List<Answer> answersTo(List<Arrived> arrived) throws Exception;
}
