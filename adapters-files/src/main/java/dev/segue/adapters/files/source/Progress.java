package dev.segue.adapters.files.source;

import java.util.concurrent.atomic.LongAdder;

/**
 * How far a replay has come with all of its work: to read (and to sort, if it does), to find the sessions, to write them and
 * to report. What a step weighs is about its part of the time, measured with hundreds of megabytes. Many threads may count.
 */
public final class Progress {

    private static final Weights WHEN_SORTED = new Weights(0.55, 0.4);

    /** Sessions are found while files are read. */
    private static final Weights WHEN_STREAMED = new Weights(0.9, 0);

    private final Weights weights;
    private final long size;
    private final LongAdder bytes = new LongAdder();
    private final LongAdder rows = new LongAdder();
    private final LongAdder events = new LongAdder();
    private final LongAdder found = new LongAdder();
    private volatile boolean allFound;
    private volatile double written;
    private volatile boolean done;

    private Progress(Weights weights, long size) {
        this.weights = weights;
        this.size = size;
    }

    /** What is left of 1 is writing. */
    private record Weights(double reading, double finding) {
        double writing() {
            return 1 - reading - finding;
        }
    }

    /** What there is to do. */
    public enum Step {
        READING("reading"),
        FINDING("finding sessions"),
        WRITING("writing");

        private final String inWords;

        Step(String inWords) {
            this.inWords = inWords;
        }

        /** As a person calls it. */
        public String inWords() {
            return inWords;
        }
    }

    /**
     * Nothing is done yet of a replay that sorts all events before it finds sessions.
     *
     * @param size how many bytes there are to read
     */
    public static Progress whenSorted(long size) {
        return new Progress(WHEN_SORTED, size);
    }

    /**
     * Nothing is done yet of a replay that finds sessions while it reads.
     *
     * @param size how many bytes there are to read
     */
    public static Progress whenStreamed(long size) {
        return new Progress(WHEN_STREAMED, size);
    }

    /** How much of all work is done, from 0 to 1; less than 1 until {@link #done}. */
    public double share() {
        if (done) {
            return 1;
        }
        double share = weights.reading() * partOf(bytes.sum(), size)
                + weights.finding() * (allFound ? 1 : partOf(found.sum(), events.sum()))
                + weights.writing() * written;
        return Math.min(share, Math.nextDown(1.0));
    }

    /** What is being done. */
    public Step step() {
        if (allFound) {
            return Step.WRITING;
        }
        return bytes.sum() < size || found.sum() == 0 ? Step.READING : Step.FINDING;
    }

    /** How many bytes of the input files have been read. */
    public long bytesRead() {
        return bytes.sum();
    }

    /** How many rows have been read, broken ones included. */
    public long rowsRead() {
        return rows.sum();
    }

    /** So many more bytes have been read. */
    public void moreBytes(long more) {
        bytes.add(more);
    }

    void oneMoreRow(boolean isEvent) {
        rows.increment();
        if (isEvent) {
            events.increment();
        }
    }

    /** So many more events are in sessions that were found. */
    public void found(long moreEvents) {
        found.add(moreEvents);
    }

    /** All sessions were found. */
    public void allFound() {
        allFound = true;
    }

    /** So many of all sessions are written. */
    public void written(long sessions, long all) {
        written = partOf(sessions, all);
    }

    /** All work is done. */
    public void done() {
        done = true;
    }

    private static double partOf(long some, long all) {
        return all <= 0 ? 0 : Math.min(1, (double) some / all);
    }
}
