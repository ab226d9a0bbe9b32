package dev.segue.simulator.verification;

import dev.segue.app.recount.Messages;
import dev.segue.contracts.ContextType;
import dev.segue.contracts.Interruptions;
import dev.segue.contracts.PlayContext;
import dev.segue.contracts.Run;
import dev.segue.contracts.SessionRevision;
import dev.segue.contracts.SessionStatus;
import dev.segue.contracts.SessionTotals;
import dev.segue.contracts.Skips;
import dev.segue.simulator.plan.PlannedSession;
import java.time.Instant;

/** Sessions as the jobs emit them when everything is as planned. */
final class AsPlanned {

    private AsPlanned() {}

    /** A session that has ended as planned. */
    static SessionRevision session(PlannedSession planned) {
        return SessionRevision.newBuilder(Messages.revision(
                        planned.listener() + planned.startedAt(), planned.listener(), 1, SessionStatus.FINAL, false))
                .setStartedAt(Instant.ofEpochMilli(planned.startedAt()))
                .setTotals(SessionTotals.newBuilder()
                        .setEndedAt(Instant.ofEpochMilli(planned.endedAt()))
                        .setCountry(planned.country())
                        .setTimeZone(planned.timeZone())
                        .setPart(planned.part())
                        .setEvents(planned.events())
                        .setPlays(planned.plays())
                        .setCountedPlays(planned.countedPlays())
                        .setSkips(new Skips(planned.quickSkips(), planned.earlySkips(), planned.lateSkips()))
                        .setListenedMs(planned.listenedMs())
                        .setInterruptions(new Interruptions(0, 0, 0, 0L))
                        .setDevices(planned.devices())
                        .setRuns(planned.runs().stream().map(AsPlanned::run).toList())
                        .build())
                .build();
    }

    private static Run run(PlannedSession.Run planned) {
        return Run.newBuilder()
                .setContext(new PlayContext(ContextType.PLAYLIST, planned.playlist(), planned.edition()))
                .setStartedAt(Messages.EVENING)
                .setEndedAt(Messages.EVENING)
                .setSongs(planned.songs())
                .setSkips(new Skips(0, 0, 0))
                .build();
    }
}
