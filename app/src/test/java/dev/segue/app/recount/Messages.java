package dev.segue.app.recount;

import dev.segue.contracts.Interruptions;
import dev.segue.contracts.Mood;
import dev.segue.contracts.MoodQuadrant;
import dev.segue.contracts.SessionRevision;
import dev.segue.contracts.SessionStatus;
import dev.segue.contracts.SessionTotals;
import dev.segue.contracts.Skips;
import dev.segue.contracts.TrustedContracts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Messages as jobs emit them. */
public final class Messages {

    public static final Instant EVENING = Instant.parse("2026-03-02T19:00:00Z");

    static {
        TrustedContracts.register();
    }

    private Messages() {}

    /** Anna's session of 42 minutes: 12 songs, 3 skipped, on one device, calm. */
    public static SessionRevision annas(int number, SessionStatus status, boolean open) {
        return revision("annas", "anna", number, status, open);
    }

    public static SessionRevision revision(String id, String listener, int number, SessionStatus status, boolean open) {
        return SessionRevision.newBuilder()
                .setSessionId(id)
                .setUserId(listener)
                .setRevision(number)
                .setStatus(status)
                .setSupersededBy(status == SessionStatus.SUPERSEDED ? "another" : null)
                .setOpen(open)
                .setSettledAfter(EVENING.plus(Duration.ofDays(2)))
                .setRulesVersion("1")
                .setStartedAt(EVENING)
                .setTotals(
                        status == SessionStatus.SUPERSEDED
                                ? null
                                : totals(12, 1, new Mood(MoodQuadrant.CALM, 0.6, 0.2, 1.0)))
                .build();
    }

    public static SessionTotals totals(int plays, int devices, Mood mood) {
        return SessionTotals.newBuilder()
                .setEndedAt(EVENING.plus(Duration.ofMinutes(42)))
                .setPlays(plays)
                .setSkips(plays == 1 ? new Skips(0, 0, 0) : new Skips(1, 0, 2))
                .setInterruptions(new Interruptions(0, 0, 0, 0L))
                .setDevices(devices)
                .setRuns(List.of())
                .setMood(mood)
                .build();
    }
}
