package dev.segue.benchmarks.peers;

import dev.segue.benchmarks.pipeline.Side;

/** Who is compared. */
enum Contender {
    SEGUE_HEAP(Side.SEGUE_HEAP, Reading.SEGUE, ""),
    FLOOR(Side.FLOOR, Reading.NONE, "decides nothing: writes the bytes that Segue wrote"),
    SEGUE_ONCE(Side.SEGUE_ONCE, Reading.SEGUE, "no early results"),
    SEGUE_ROCKSDB(Side.SEGUE_ROCKSDB, Reading.SEGUE, ""),
    WINDOWS_HEAP(Side.WINDOWS_HEAP, Reading.WINDOWS, Missing.FIXED_GAP + "; no early results"),
    WINDOWS_EARLY(Side.WINDOWS_EARLY, Reading.WINDOWS, Missing.FIXED_GAP),
    WINDOWS_ROCKSDB(Side.WINDOWS_ROCKSDB, Reading.WINDOWS, Missing.FIXED_GAP + "; no early results"),
    FULL_WINDOWS_HEAP(Side.FULL_WINDOWS_HEAP, Reading.SEGUE, Missing.RETRACTION),
    FULL_WINDOWS_ROCKSDB(Side.FULL_WINDOWS_ROCKSDB, Reading.SEGUE, Missing.RETRACTION),
    FLINK_SQL(
            "flink-sql",
            Peer.FLINK_SQL,
            "dev.segue.peers.FlinkSqlSessions",
            Reading.REGISTERED,
            "no result before the allowed lateness is over, and what comes later is dropped; gap from end to end of"
                    + " plays; no plays, no id"),
    KAFKA_STREAMS(
            "kafka-streams",
            Peer.KAFKA_STREAMS,
            "dev.segue.peers.KafkaStreamsSessions",
            Reading.PLAIN,
            "gap from end to end of plays; no plays; no id: the key changes with each play, and old ones are deleted"),
    SPARK_STREAMING(
            "spark-streaming",
            Peer.SPARK,
            "dev.segue.peers.SparkStreamingSessions",
            Reading.PLAIN,
            "no result before the allowed lateness is over, and what comes later is dropped; gap from end to end of"
                    + " plays; no plays, no id; writes at least once"),
    SPARK_BATCH(
            "spark-batch",
            Peer.SPARK,
            "dev.segue.peers.SparkBatchSessions",
            Reading.PLAIN,
            "after the fact; no plays, no id; writes at least once");

    private final String word;
    private final Side side;
    private final Peer peer;
    private final String program;
    private final Reading reading;
    private final String missing;

    Contender(Side side, Reading reading, String missing) {
        this(side.toString(), side, null, null, reading, missing);
    }

    Contender(String word, Peer peer, String program, Reading reading, String missing) {
        this(word, null, peer, program, reading, missing);
    }

    Contender(String word, Side side, Peer peer, String program, Reading reading, String missing) {
        this.word = word;
        this.side = side;
        this.peer = peer;
        this.program = program;
        this.reading = reading;
        this.missing = missing;
    }

    /** How the sessions that it wrote are read. */
    enum Reading {
        /** There are none of its own. */
        NONE,
        /** Segue's messages. */
        SEGUE,
        /** Four numbers, by listener and start. */
        WINDOWS,
        /** Avro with the schema of {@link PeerSchemas#SESSION}. */
        PLAIN,
        /** Avro with a schema in the registry. */
        REGISTERED
    }

    /** What windows do not do. */
    private static final class Missing {
        static final String RETRACTION = "no revisions; a result stays when another replaces it under an earlier start";
        static final String FIXED_GAP = "gap from end to end of plays; no plays, no id; " + RETRACTION;
    }

    /** The pipeline of this module that it is; null for a program with a class path of its own. */
    Side side() {
        return side;
    }

    /** Whose class path its program has; null for a pipeline of this module. */
    Peer peer() {
        return peer;
    }

    /** Name of the class of its program; null for a pipeline of this module. */
    String program() {
        return program;
    }

    Reading reading() {
        return reading;
    }

    /** What it does not do, in words; empty when nothing is missing. */
    String missing() {
        return missing;
    }

    /** Whether it writes the bytes that Segue wrote on the heap, so that it must run after it. */
    boolean playsTape() {
        return side != null && side.playsTape();
    }

    /** Its name on the command line and in the table. */
    @Override
    public String toString() {
        return word;
    }

    static Contender of(String word) {
        for (Contender contender : values()) {
            if (contender.word.equals(word)) {
                return contender;
            }
        }
        throw new IllegalArgumentException("there is no contender " + word);
    }
}
