package dev.segue.app.job.playlists;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.segue.adapters.kafka.codec.SessionCodec;
import dev.segue.app.broker.StackUnderTest;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.Change.Purged;
import dev.segue.domain.session.Change.Revision;
import dev.segue.domain.session.Change.Superseded;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes records of the sessions topic as the sessions job does: all of one listener to one partition. */
record SessionRecords(SessionCodec codec) {

    private static final int PARTITIONS = 2;

    /** The record of a change to a session; plays are on another topic. */
    ProducerRecord<byte[], byte[]> of(Change change) {
        int partition = Math.floorMod(change.listener().hashCode(), PARTITIONS);
        byte[] key = change.sessionId().value().getBytes(UTF_8);
        return new ProducerRecord<>(StackUnderTest.TOPICS.sessions(), partition, key, value(change));
    }

    private byte[] value(Change change) {
        if (change instanceof Revision revision) {
            return codec.encode(revision);
        }
        if (change instanceof Superseded superseded) {
            return codec.encode(superseded);
        }
        if (change instanceof Purged) {
            return null;
        }
        throw new IllegalArgumentException("not of a whole session: " + change);
    }
}
