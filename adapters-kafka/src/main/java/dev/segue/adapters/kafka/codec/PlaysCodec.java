package dev.segue.adapters.kafka.codec;

import dev.segue.adapters.kafka.registry.SchemaRegistry;
import dev.segue.contracts.Play;
import dev.segue.contracts.SessionPlays;
import dev.segue.domain.catalogue.TrackFacts;
import dev.segue.domain.session.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The plays of sessions, to the records of {@code listening.plays}. */
public final class PlaysCodec {

    private final RecordWriter<SessionPlays> writer;

    public PlaysCodec(SchemaRegistry registry, String topic) {
        this.writer = new RecordWriter<>(registry, topic, SessionPlays.getClassSchema());
    }

    /** The record's value for some of the plays of a session. */
    public byte[] encode(Change.PlaysOfSession chunk) {
        List<Play> plays = new ArrayList<>(chunk.plays().size());
        for (dev.segue.domain.listening.Play play : chunk.plays()) {
            plays.add(toContract(play));
        }
        return writer.write(
                new SessionPlays(chunk.sessionId().value(), chunk.listener(), chunk.chunk(), chunk.revision(), plays));
    }

    private static Play toContract(dev.segue.domain.listening.Play play) {
        TrackFacts track = play.track();
        return new Play(
                play.eventId(),
                play.playId(),
                Instant.ofEpochMilli(play.startedAt()),
                Instant.ofEpochMilli(play.endedAt()),
                play.playedMs(),
                Parts.END_REASONS.toContract(play.endReason()),
                play.startReason(),
                play.trackId(),
                Parts.toContract(play.context()),
                play.device().id(),
                Parts.DEVICE_TYPES.toContract(play.device().type()),
                play.shuffle(),
                play.offline(),
                track.durationMs() == 0 ? null : (long) track.durationMs(),
                shareOrNull(track.valence()),
                shareOrNull(track.energy()));
    }

    private static Double shareOrNull(short thousandths) {
        return thousandths == TrackFacts.NOT_KNOWN ? null : Double.valueOf(Parts.share(thousandths));
    }
}
