package dev.segue.benchmarks.comparison;

import java.util.List;

/** A way to make sessions of what arrives. All of them know the same gap. */
interface Sessionizer {

    /** What it is called in the table. */
    String name();

    /**
     * What it tells in the end, once time has gone on for so long that it has nothing more to tell.
     *
     * @param arrived what arrives, in that order
     * @throws Exception whatever made it fail
     */
    List<Answer> answersTo(List<Arrived> arrived) throws Exception;
}
