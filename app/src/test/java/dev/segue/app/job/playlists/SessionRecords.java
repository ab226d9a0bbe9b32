package dev.segue.app.job.playlists;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.segue.adapters.kafka.codec.PlaysCodec;
import dev.segue.adapters.kafka.codec.SessionCodec;
import dev.segue.app.broker.StackUnderTest;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.Change.PlaysGone;
import dev.segue.domain.session.Change.PlaysOfSession;
import dev.segue.domain.session.Change.Revision;
import dev.segue.domain.session.Change.Superseded;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes records of sessions and plays as the sessions job does: all of one listener to one partition of each topic. */
record SessionRecords(SessionCodec codec, PlaysCodec plays) {

    private static final int PARTITIONS = 2;

    /** The record of a change to a session, or to its plays, on its topic. */
    ProducerRecord<byte[], byte[]> of(Change change) {
        int partition = Math.floorMod(change.listener().hashCode(), PARTITIONS);
        return new ProducerRecord<>(
                isOfPlays(change) ? StackUnderTest.TOPICS.plays() : StackUnderTest.TOPICS.sessions(),
                partition,
                key(change).getBytes(UTF_8),
                value(change));
    }

    /** Whether it is on the topic of plays. */
    static boolean isOfPlays(Change change) {
        return change instanceof PlaysOfSession || change instanceof PlaysGone;
    }

    private static String key(Change change) {
        if (change instanceof PlaysOfSession chunk) {
            return PlaysCodec.key(chunk.sessionId(), chunk.chunk());
        }
        return change instanceof PlaysGone gone
                ? PlaysCodec.key(gone.sessionId(), gone.chunk())
                : change.sessionId().value();
    }

    private byte[] value(Change change) {
        if (change instanceof Revision revision) {
            return codec.encode(revision);
        }
        if (change instanceof Superseded superseded) {
            return codec.encode(superseded);
        }
        return change instanceof PlaysOfSession chunk ? plays.encode(chunk) : null;
    }
}
