package dev.segue.adapters.kafka.codec;

import dev.segue.adapters.kafka.registry.SchemaRegistry;
import dev.segue.contracts.Interruptions;
import dev.segue.contracts.Mood;
import dev.segue.contracts.MoodQuadrant;
import dev.segue.contracts.Run;
import dev.segue.contracts.SessionRevision;
import dev.segue.contracts.SessionStatus;
import dev.segue.contracts.SessionTotals;
import dev.segue.contracts.Skips;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What the session rule says of whole sessions, to the records of {@code listening.sessions}. Uses constructors:
 * builders check every field once more, and the writer finds what is missing.
 */
public final class SessionCodec {

    private static final SameNames<MoodQuadrant, dev.segue.domain.listening.Mood.Quadrant> QUADRANTS = new SameNames<>(
            MoodQuadrant.class,
            dev.segue.domain.listening.Mood.Quadrant.class,
            dev.segue.domain.listening.Mood.Quadrant.UNKNOWN);

    private final RecordWriter<SessionRevision> writer;

    public SessionCodec(SchemaRegistry registry, String topic) {
        this.writer = new RecordWriter<>(registry, topic, SessionRevision.getClassSchema());
    }

    /** The record's value for a session as it stands. */
    public byte[] encode(Change.Revision revision) {
        Session session = revision.session();
        return writer.write(new SessionRevision(
                session.id().value(),
                session.listener(),
                revision.number(),
                status(revision.status()),
                null,
                revision.open(),
                HealthCodec.clock(revision.asOf()),
                Instant.ofEpochMilli(revision.settledAfter()),
                revision.rulesVersion(),
                Instant.ofEpochMilli(session.startedAt()),
                totals(session)));
    }

    /** The record's value for an id that stands no more. */
    public byte[] encode(Change.Superseded superseded) {
        return writer.write(new SessionRevision(
                superseded.sessionId().value(),
                superseded.listener(),
                superseded.number(),
                SessionStatus.SUPERSEDED,
                superseded.supersededBy().value(),
                false,
                HealthCodec.clock(superseded.asOf()),
                Instant.ofEpochMilli(superseded.settledAfter()),
                superseded.rulesVersion(),
                Instant.ofEpochMilli(superseded.startedAt()),
                null));
    }

    private static SessionStatus status(Change.Status status) {
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
                skips(session.skips()),
                session.listenedMs(),
                interruptions(session.interruptions()),
                session.devices(),
                session.deviceChanges(),
                session.runCount(),
                runs(session.runs()),
                session.longestRun(),
                mood(session.mood()),
                runs(session.otherRuns()));
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
                skips(run.skips()),
                run.listenedMs(),
                run.longestUnskipped(),
                run.abandoned());
    }

    private static Skips skips(dev.segue.domain.listening.Skips skips) {
        return new Skips(skips.quick(), skips.early(), skips.late());
    }

    private static Interruptions interruptions(dev.segue.domain.listening.Interruptions interruptions) {
        return new Interruptions(
                interruptions.paused(), interruptions.stalled(), interruptions.silent(), interruptions.totalMs());
    }

    private static Mood mood(dev.segue.domain.listening.Mood mood) {
        boolean known = mood.quadrant() != dev.segue.domain.listening.Mood.Quadrant.UNKNOWN;
        return new Mood(
                QUADRANTS.toContract(mood.quadrant()),
                known ? Parts.share(mood.valence()) : null,
                known ? Parts.share(mood.energy()) : null,
                Parts.share(mood.confidence()));
    }
}
