package dev.segue.adapters.files.source;

import java.util.concurrent.atomic.LongAdder;

/**
 * The progress of a whole replay: reading (and sorting, if any), finding sessions, writing and reporting. A step's
 * weight is roughly its share of the time, as measured with hundreds of megabytes. Thread-safe.
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
    private final LongAdder withoutListening = new LongAdder();
    private final LongAdder found = new LongAdder();
    private volatile boolean allFound;
    private volatile double written;
    private volatile boolean done;

    private Progress(Weights weights, long size) {
        this.weights = weights;
        this.size = size;
    }

    /** Writing has the remainder to 1. */
    private record Weights(double reading, double finding) {
        double writing() {
            return 1 - reading - finding;
        }
    }

    /** The steps of a replay. */
    public enum Step {
        READING("reading"),
        FINDING("finding sessions"),
        WRITING("writing");

        private final String inWords;

        Step(String inWords) {
            this.inWords = inWords;
        }

        /** The words to show. */
        public String inWords() {
            return inWords;
        }
    }

    /**
     * For a replay that sorts all events before it finds sessions.
     *
     * @param size the number of bytes to read
     */
    public static Progress whenSorted(long size) {
        return new Progress(WHEN_SORTED, size);
    }

    /**
     * For a replay that finds sessions while it reads.
     *
     * @param size the number of bytes to read
     */
    public static Progress whenStreamed(long size) {
        return new Progress(WHEN_STREAMED, size);
    }

    /** The share of all work that is done, from 0 to 1; less than 1 until {@link #done}. */
    public double share() {
        if (done) {
            return 1;
        }
        double share = weights.reading() * partOf(bytes.sum(), size)
                + weights.finding() * (allFound ? 1 : partOf(found.sum(), events.sum()))
                + weights.writing() * written;
        return Math.min(share, Math.nextDown(1.0));
    }

    /** The current step. */
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

    /** How many rows have been read, including broken ones. */
    public long rowsRead() {
        return rows.sum();
    }

    /** How many rows besides those are no listening, such as videos and lyrics. */
    public long withoutListening() {
        return withoutListening.sum();
    }

    /** Adds bytes read. */
    public void moreBytes(long more) {
        bytes.add(more);
    }

    void moreWithoutListening(long more) {
        withoutListening.add(more);
    }

    void oneMoreRow(boolean isEvent) {
        rows.increment();
        if (isEvent) {
            events.increment();
        }
    }

    /** Adds events in sessions found. */
    public void found(long moreEvents) {
        found.add(moreEvents);
    }

    /** Notes that all sessions have been found. */
    public void allFound() {
        allFound = true;
    }

    /** Notes how many of all sessions have been written. */
    public void written(long sessions, long all) {
        written = partOf(sessions, all);
    }

    /** Notes that all work is done. */
    public void done() {
        done = true;
    }

    private static double partOf(long some, long all) {
        return all <= 0 ? 0 : Math.min(1, (double) some / all);
    }
}
