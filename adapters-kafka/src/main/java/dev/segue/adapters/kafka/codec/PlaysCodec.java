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
        return writer.write(SessionPlays.newBuilder()
                .setSessionId(chunk.sessionId().value())
                .setUserId(chunk.listener())
                .setChunk(chunk.chunk())
                .setRevision(chunk.revision())
                .setPlays(plays)
                .build());
    }

    private static Play toContract(dev.segue.domain.listening.Play play) {
        TrackFacts track = play.track();
        return Play.newBuilder()
                .setEventId(play.eventId())
                .setPlayId(play.playId())
                .setStartedAt(Instant.ofEpochMilli(play.startedAt()))
                .setEndedAt(Instant.ofEpochMilli(play.endedAt()))
                .setPlayedMs(play.playedMs())
                .setEndReason(Parts.END_REASONS.toContract(play.endReason()))
                .setStartReason(play.startReason())
                .setTrackId(play.trackId())
                .setContext(Parts.toContract(play.context()))
                .setDeviceId(play.device().id())
                .setDeviceType(Parts.DEVICE_TYPES.toContract(play.device().type()))
                .setShuffle(play.shuffle())
                .setOffline(play.offline())
                .setTrackDurationMs(track.durationMs() == 0 ? null : (long) track.durationMs())
                .setTrackValence(shareOrNull(track.valence()))
                .setTrackEnergy(shareOrNull(track.energy()))
                .build();
    }

    private static Double shareOrNull(short thousandths) {
        return thousandths == TrackFacts.NOT_KNOWN ? null : Double.valueOf(Parts.share(thousandths));
    }
}
