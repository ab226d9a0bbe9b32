package dev.segue.benchmarks.comparison;

import dev.segue.adapters.files.source.InThisProcess;
import dev.segue.adapters.flink.intake.IntakeTypes;
import dev.segue.app.job.sessions.SessionsPipeline;
import dev.segue.benchmarks.comparison.Line.Element;
import dev.segue.domain.accounting.Received;
import dev.segue.domain.catalogue.CatalogueAccess;
import dev.segue.domain.clock.Feed;
import dev.segue.domain.listening.Play;
import dev.segue.domain.playback.Intake;
import dev.segue.domain.playback.PlaybackRecord;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.Change.PlaysGone;
import dev.segue.domain.session.Change.PlaysOfSession;
import dev.segue.domain.session.Change.Revision;
import dev.segue.domain.session.Change.Status;
import dev.segue.domain.session.Change.Superseded;
import dev.segue.domain.session.Session;
import dev.segue.domain.session.SessionId;
import dev.segue.domain.session.SessionRules;
import dev.segue.replay.local.InProcessSink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The pipeline of the sessions job, with its default rules. */
final class Segue implements Sessionizer {

    private static final String JOB = "comparison";

    @Override
    public String name() {
        return "Segue, 24 h lateness";
    }

    @Override
    public List<Answer> answersTo(List<Arrived> arrived) throws Exception {
        Line line = Line.of(arrived, Segue::elements);
        Reader reader = new Reader(line);
        try (InThisProcess<Line> toLine = InThisProcess.leadingTo(line, Line.class);
                InThisProcess<Reader> toReader = InThisProcess.leadingTo(reader, Reader.class)) {
            StreamExecutionEnvironment flink = OwnFlink.environment();
            SessionsPipeline.define(
                            Line.stream(flink, toLine, IntakeTypes.RECEIVED_EVENTS),
                            CatalogueAccess.NONE,
                            SessionRules.DEFAULT,
                            Feed.RECORDED,
                            JOB)
                    .changes()
                    .sinkTo(new InProcessSink<>(toReader, (there, change) -> there.read(change)));
            flink.execute(JOB);
        }
        return reader.answers();
    }

    private static List<Element> elements(Arrived arrived) {
        Received<PlaybackRecord> received = new Received.Message<>(arrived.event(), Intake.NOT_APPENDED, arrived.at());
        return List.of(new Element(received, arrived.event().occurredAt()));
    }

    /** Applies the changes by key, and keeps the current sessions. */
    private static final class Reader {

        private final Line line;
        private final Map<SessionId, Revision> current = new HashMap<>();
        private final Map<SessionId, Long> firstClosed = new HashMap<>();
        private final Map<SessionId, Map<Integer, List<Play>>> plays = new HashMap<>();

        Reader(Line line) {
            this.line = line;
        }

        void read(Change change) {
            if (change instanceof Revision revision) {
                current.put(revision.sessionId(), revision);
                if (revision.status() != Status.EARLY) {
                    firstClosed.putIfAbsent(revision.sessionId(), revision.asOf());
                }
            } else if (change instanceof Superseded superseded) {
                current.remove(superseded.sessionId());
            } else if (change instanceof PlaysOfSession some) {
                plays.computeIfAbsent(some.sessionId(), id -> new HashMap<>()).put(some.chunk(), some.plays());
            } else if (change instanceof PlaysGone gone) {
                plays.get(gone.sessionId()).remove(gone.chunk());
            }
        }

        List<Answer> answers() {
            List<Answer> answers = new ArrayList<>();
            for (Revision revision : current.values()) {
                Session session = revision.session();
                Set<String> ids = new HashSet<>();
                plays.getOrDefault(session.id(), Map.of())
                        .values()
                        .forEach(some -> some.forEach(play -> ids.add(play.eventId())));
                answers.add(new Answer(
                        session.listener(),
                        session.startedAt(),
                        session.endedAt(),
                        ids,
                        line.whenItWas(firstClosed.get(session.id())),
                        line.whenItWas(revision.asOf())));
            }
            return answers;
        }
    }
}
