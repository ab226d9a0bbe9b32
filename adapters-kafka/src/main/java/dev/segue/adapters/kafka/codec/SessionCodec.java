package dev.segue.adapters.kafka.codec;

import dev.segue.adapters.kafka.registry.SchemaRegistry;
import dev.segue.contracts.Interruptions;
import dev.segue.contracts.Run;
import dev.segue.contracts.SessionRevision;
import dev.segue.contracts.SessionStatus;
import dev.segue.contracts.SessionTotals;
import dev.segue.domain.playback.RejectionReason;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.Change.Purged;
import dev.segue.domain.session.Change.Revision;
import dev.segue.domain.session.Change.Status;
import dev.segue.domain.session.Change.Superseded;
import dev.segue.domain.session.Session;
import dev.segue.domain.session.SessionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes of whole sessions, to and from the records of {@code listening.sessions}. Uses constructors: builders would
 * check every field once more, and the writer detects missing fields.
 */
public final class SessionCodec {

    private final RecordReader<SessionRevision> reader;
    private final RecordWriter<SessionRevision> writer;

    public SessionCodec(SchemaRegistry registry, String topic) {
        this.reader = new RecordReader<>(registry, SessionRevision.getClassSchema());
        this.writer = new RecordWriter<>(registry, topic, SessionRevision.getClassSchema());
    }

    /**
     * The content of a record: a {@link Revision}, a {@link Superseded}, or a {@link Purged} for a tombstone.
     *
     * @param key may be null, but not for a tombstone
     * @throws UnusableRecord when these bytes are not a change of a session
     */
    public Change decode(byte[] key, byte[] value) throws UnusableRecord {
        if (value == null) {
            return new Purged(null, new SessionId(Parts.key(key)));
        }
        SessionRevision revision = reader.read(value);
        return switch (revision.getStatus()) {
            case EARLY -> revision(revision, Status.EARLY);
            case FINAL -> revision(revision, Status.FINAL);
            case CORRECTED -> revision(revision, Status.CORRECTED);
            case SUPERSEDED -> superseded(revision);
            case UNKNOWN ->
                throw new UnusableRecord(RejectionReason.UNKNOWN_TYPE, "The revision has an unknown status.");
        };
    }

    private static Superseded superseded(SessionRevision revision) throws UnusableRecord {
        if (revision.getSupersededBy() == null) {
            throw new UnusableRecord(
                    RejectionReason.NO_DETAIL, "The session is superseded, but its replacement is missing.");
        }
        return new Superseded(
                revision.getUserId(),
                new SessionId(revision.getSessionId()),
                revision.getStartedAt().toEpochMilli(),
                revision.getRevision(),
                new SessionId(revision.getSupersededBy()),
                Parts.clock(revision.getAsOf()),
                revision.getSettledAfter().toEpochMilli(),
                revision.getRulesVersion());
    }

    private static Revision revision(SessionRevision revision, Status status) throws UnusableRecord {
        if (revision.getTotals() == null) {
            throw new UnusableRecord(RejectionReason.NO_DETAIL, "The session is current, but has no totals.");
        }
        return new Revision(
                session(revision, revision.getTotals()),
                revision.getRevision(),
                status,
                revision.getOpen(),
                Parts.clock(revision.getAsOf()),
                revision.getSettledAfter().toEpochMilli(),
                revision.getRulesVersion());
    }

    private static Session session(SessionRevision revision, SessionTotals totals) {
        return new Session(
                new SessionId(revision.getSessionId()),
                revision.getUserId(),
                revision.getStartedAt().toEpochMilli(),
                totals.getEndedAt().toEpochMilli(),
                totals.getCountry(),
                totals.getTimeZone(),
                Parts.DEVICE_TYPES.toDomain(totals.getDeviceType()),
                totals.getPart(),
                totals.getEvents(),
                totals.getPlays(),
                totals.getCountedPlays(),
                Parts.toDomain(totals.getSkips()),
                totals.getListenedMs(),
                toDomain(totals.getInterruptions()),
                totals.getDevices(),
                totals.getDeviceChanges(),
                totals.getRunCount(),
                toDomain(totals.getRuns()),
                totals.getLongestRun(),
                toDomain(totals.getOtherRuns()),
                Parts.toDomain(totals.getMood()));
    }

    /** The record's value for a current session. */
    public byte[] encode(Revision revision) {
        Session session = revision.session();
        return writer.write(new SessionRevision(
                session.id().value(),
                session.listener(),
                revision.number(),
                status(revision.status()),
                null,
                revision.open(),
                Parts.clock(revision.asOf()),
                Instant.ofEpochMilli(revision.settledAfter()),
                revision.rulesVersion(),
                Instant.ofEpochMilli(session.startedAt()),
                totals(session)));
    }

    /** The record's value for a superseded id. */
    public byte[] encode(Superseded superseded) {
        return writer.write(new SessionRevision(
                superseded.sessionId().value(),
                superseded.listener(),
                superseded.number(),
                SessionStatus.SUPERSEDED,
                superseded.supersededBy().value(),
                false,
                Parts.clock(superseded.asOf()),
                Instant.ofEpochMilli(superseded.settledAfter()),
                superseded.rulesVersion(),
                Instant.ofEpochMilli(superseded.startedAt()),
                null));
    }

    private static List<dev.segue.domain.listening.Run> toDomain(List<Run> runs) {
        List<dev.segue.domain.listening.Run> read = new ArrayList<>(runs.size());
        for (Run run : runs) {
            read.add(toDomain(run));
        }
        return read;
    }

    private static dev.segue.domain.listening.Run toDomain(Run run) {
        return new dev.segue.domain.listening.Run(
                Parts.toDomain(run.getContext()),
                run.getDeviceId(),
                Parts.DEVICE_TYPES.toDomain(run.getDeviceType()),
                run.getStartedAt().toEpochMilli(),
                run.getEndedAt().toEpochMilli(),
                run.getSongs(),
                run.getCountedPlays(),
                Parts.toDomain(run.getSkips()),
                run.getSkippedSongs(),
                run.getListenedMs(),
                run.getLongestUnskipped(),
                run.getAbandoned());
    }

    private static dev.segue.domain.listening.Interruptions toDomain(Interruptions interruptions) {
        return new dev.segue.domain.listening.Interruptions(
                interruptions.getPaused(),
                interruptions.getStalled(),
                interruptions.getSilent(),
                interruptions.getTotalMs());
    }

    private static SessionStatus status(Status status) {
        return switch (status) {
            case EARLY -> SessionStatus.EARLY;
            case FINAL -> SessionStatus.FINAL;
            case CORRECTED -> SessionStatus.CORRECTED;
        };
    }

    private static SessionTotals totals(Session session) {
        return new SessionTotals(
                Instant.ofEpochMilli(session.endedAt()),
                session.country(),
                session.timeZone(),
                session.part(),
                session.events(),
                session.plays(),
                session.countedPlays(),
                Parts.toContract(session.skips()),
                session.listenedMs(),
                interruptions(session.interruptions()),
                session.devices(),
                session.deviceChanges(),
                session.runCount(),
                runs(session.runs()),
                session.longestRun(),
                Parts.toContract(session.mood()),
                runs(session.otherRuns()),
                Parts.DEVICE_TYPES.toContract(session.deviceType()));
    }

    private static List<Run> runs(List<dev.segue.domain.listening.Run> runs) {
        List<Run> written = new ArrayList<>(runs.size());
        for (dev.segue.domain.listening.Run run : runs) {
            written.add(toContract(run));
        }
        return written;
    }

    private static Run toContract(dev.segue.domain.listening.Run run) {
        return new Run(
                Parts.toContract(run.context()),
                run.deviceId(),
                Instant.ofEpochMilli(run.startedAt()),
                Instant.ofEpochMilli(run.endedAt()),
                run.songs(),
                run.countedPlays(),
                Parts.toContract(run.skips()),
                run.listenedMs(),
                run.longestUnskipped(),
                run.abandoned(),
                Parts.DEVICE_TYPES.toContract(run.deviceType()),
                run.skippedSongs());
    }

    private static Interruptions interruptions(dev.segue.domain.listening.Interruptions interruptions) {
        return new Interruptions(
                interruptions.paused(), interruptions.stalled(), interruptions.silent(), interruptions.totalMs());
    }
}
