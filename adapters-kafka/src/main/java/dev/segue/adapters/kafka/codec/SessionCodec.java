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

/** What the session rule says of whole sessions, to the records of {@code listening.sessions}. */
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
        return writer.write(SessionRevision.newBuilder()
                .setSessionId(session.id().value())
                .setUserId(session.listener())
                .setRevision(revision.number())
                .setStatus(status(revision.status()))
                .setSupersededBy(null)
                .setOpen(revision.open())
                .setAsOf(HealthCodec.clock(revision.asOf()))
                .setSettledAfter(Instant.ofEpochMilli(revision.settledAfter()))
                .setRulesVersion(revision.rulesVersion())
                .setStartedAt(Instant.ofEpochMilli(session.startedAt()))
                .setTotals(totals(session))
                .build());
    }

    /** The record's value for an id that stands no more. */
    public byte[] encode(Change.Superseded superseded) {
        return writer.write(SessionRevision.newBuilder()
                .setSessionId(superseded.sessionId().value())
                .setUserId(superseded.listener())
                .setRevision(superseded.number())
                .setStatus(SessionStatus.SUPERSEDED)
                .setSupersededBy(superseded.supersededBy().value())
                .setOpen(false)
                .setAsOf(HealthCodec.clock(superseded.asOf()))
                .setSettledAfter(Instant.ofEpochMilli(superseded.settledAfter()))
                .setRulesVersion(superseded.rulesVersion())
                .setStartedAt(Instant.ofEpochMilli(superseded.startedAt()))
                .setTotals(null)
                .build());
    }

    private static SessionStatus status(Change.Status status) {
        return switch (status) {
            case EARLY -> SessionStatus.EARLY;
            case FINAL -> SessionStatus.FINAL;
            case CORRECTED -> SessionStatus.CORRECTED;
        };
    }

    private static SessionTotals totals(Session session) {
        return SessionTotals.newBuilder()
                .setEndedAt(Instant.ofEpochMilli(session.endedAt()))
                .setCountry(session.country())
                .setTimeZone(session.timeZone())
                .setPart(session.part())
                .setEvents(session.events())
                .setPlays(session.plays())
                .setCountedPlays(session.countedPlays())
                .setSkips(skips(session.skips()))
                .setListenedMs(session.listenedMs())
                .setInterruptions(interruptions(session.interruptions()))
                .setDevices(session.devices())
                .setDeviceChanges(session.deviceChanges())
                .setRunCount(session.runCount())
                .setRuns(runs(session.runs()))
                .setLongestRun(session.longestRun())
                .setMood(mood(session.mood()))
                .build();
    }

    private static List<Run> runs(List<dev.segue.domain.listening.Run> runs) {
        List<Run> written = new ArrayList<>(runs.size());
        for (dev.segue.domain.listening.Run run : runs) {
            written.add(Run.newBuilder()
                    .setContext(Parts.toContract(run.context()))
                    .setDeviceId(run.deviceId())
                    .setStartedAt(Instant.ofEpochMilli(run.startedAt()))
                    .setEndedAt(Instant.ofEpochMilli(run.endedAt()))
                    .setSongs(run.songs())
                    .setCountedPlays(run.countedPlays())
                    .setSkips(skips(run.skips()))
                    .setListenedMs(run.listenedMs())
                    .setLongestUnskipped(run.longestUnskipped())
                    .setAbandoned(run.abandoned())
                    .build());
        }
        return written;
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
