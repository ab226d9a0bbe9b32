package dev.segue.adapters.kafka.codec;

import dev.segue.adapters.kafka.registry.SchemaRegistry;
import dev.segue.contracts.Play;
import dev.segue.contracts.SessionPlays;
import dev.segue.domain.catalogue.TrackFacts;
import dev.segue.domain.playback.Device;
import dev.segue.domain.playback.RejectionReason;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.Change.PlaysGone;
import dev.segue.domain.session.Change.PlaysOfSession;
import dev.segue.domain.session.SessionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The plays of sessions, to and from the records of {@code listening.plays}. */
public final class PlaysCodec {

    private final RecordReader<SessionPlays> reader;
    private final RecordWriter<SessionPlays> writer;

    public PlaysCodec(SchemaRegistry registry, String topic) {
        this.reader = new RecordReader<>(registry, SessionPlays.getClassSchema());
        this.writer = new RecordWriter<>(registry, topic, SessionPlays.getClassSchema());
    }

    /**
     * The content of a record: {@link PlaysOfSession}, or {@link PlaysGone} for a tombstone.
     *
     * @param key session id and chunk as {@link #key} writes them; may be null, but not for a tombstone
     * @throws UnusableRecord when these bytes are not plays
     */
    public Change decode(byte[] key, byte[] value) throws UnusableRecord {
        if (value == null) {
            return gone(Parts.key(key));
        }
        SessionPlays chunk = reader.read(value);
        requireChunk(chunk.getChunk());
        List<dev.segue.domain.listening.Play> plays =
                new ArrayList<>(chunk.getPlays().size());
        for (Play play : chunk.getPlays()) {
            plays.add(toDomain(play));
        }
        return new PlaysOfSession(
                chunk.getUserId(), new SessionId(chunk.getSessionId()), chunk.getChunk(), chunk.getRevision(), plays);
    }

    private static PlaysGone gone(String key) throws UnusableRecord {
        int slash = key.lastIndexOf('/');
        try {
            int chunk = Integer.parseInt(key, slash + 1, key.length(), 10);
            requireChunk(chunk);
            return new PlaysGone(null, new SessionId(key.substring(0, Math.max(slash, 0))), chunk);
        } catch (NumberFormatException e) {
            throw new UnusableRecord(RejectionReason.UNREADABLE, "The key is not <session id>/<chunk>.");
        }
    }

    private static void requireChunk(int chunk) throws UnusableRecord {
        if (chunk < 0 || chunk >= PlaysOfSession.MOST_CHUNKS) {
            throw new UnusableRecord(
                    RejectionReason.UNREADABLE,
                    "The chunk must be 0 to " + (PlaysOfSession.MOST_CHUNKS - 1) + ", but is " + chunk + ".");
        }
    }

    private static dev.segue.domain.listening.Play toDomain(Play play) throws UnusableRecord {
        if (play.getEndedAt().isBefore(play.getStartedAt())) {
            throw new UnusableRecord(RejectionReason.STARTS_AFTER_END, "A play ends before it starts.");
        }
        return new dev.segue.domain.listening.Play(
                play.getEventId(),
                play.getPlayId(),
                play.getStartedAt().toEpochMilli(),
                play.getEndedAt().toEpochMilli(),
                play.getPlayedMs(),
                Parts.END_REASONS.toDomain(play.getEndReason()),
                play.getStartReason(),
                play.getTrackId(),
                Parts.toDomain(play.getContext()),
                new Device(play.getDeviceId(), Parts.DEVICE_TYPES.toDomain(play.getDeviceType())),
                play.getShuffle(),
                play.getOffline(),
                TrackFacts.of(play.getTrackDurationMs(), play.getTrackValence(), play.getTrackEnergy()));
    }

    /** The key of the record that holds a chunk of a session's plays. */
    public static String key(SessionId session, int chunk) {
        return session.value() + "/" + chunk;
    }

    /** The record's value for some of the plays of a session. */
    public byte[] encode(PlaysOfSession chunk) {
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
