package dev.segue.simulator.audience;

import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.simulator.audience.Upload.Kind;
import dev.segue.simulator.plan.Hazard;
import dev.segue.simulator.plan.Plan;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How the events of one listener's clients reach the server: soon or much later, occasionally twice, garbled, or with
 * times by a wrong clock.
 */
record Uplink(String listener, WrongClock clock, Scenario scenario, Plan plan, SplittableRandom chance) {

    private static final double TWICE = 0.008;
    private static final double TATTERED = 0.002;
    private static final double NAMELESS = 0.001;
    private static final long MOST_TATTERS = 60;

    /** Reports every event within seconds. */
    List<Upload> soon(List<PlaybackEvent> events) {
        List<Upload> uploads = new ArrayList<>();
        for (PlaybackEvent event : events) {
            send(event, event.occurredAt() + chance.nextLong(20, 3_000), Kind.ORIGINAL, uploads);
        }
        return uploads;
    }

    /**
     * Reports all events at once.
     *
     * @param connectedAt when the client is online again, in epoch milliseconds
     */
    List<Upload> together(List<PlaybackEvent> events, long connectedAt, Kind kind) {
        List<Upload> uploads = new ArrayList<>();
        long sentAt = connectedAt;
        for (PlaybackEvent event : events) {
            sentAt += chance.nextLong(5, 40);
            send(event, sentAt, kind, uploads);
        }
        return uploads;
    }

    private void send(PlaybackEvent event, long sentAt, Kind intended, List<Upload> uploads) {
        Kind kind = seenAs(intended);
        add(report(event, sentAt, kind), uploads);
        double luck = chance.nextDouble();
        if (luck < TWICE) {
            if (scenario.has(Hazard.DUPLICATES)) {
                long again = sentAt + chance.nextLong(1_000, 600_000);
                add(report(event, again, kind == Kind.ORIGINAL ? Kind.REPETITION : kind), uploads);
            }
        } else if (luck < TWICE + TATTERED + NAMELESS && scenario.has(Hazard.GARBAGE)) {
            plan.occurred(Hazard.GARBAGE);
            uploads.add(
                    luck < TWICE + TATTERED
                            ? new Upload.Garbage(listener, tatters(), sentAt)
                            : report(nameless(event), sentAt, Kind.UNUSABLE));
        }
    }

    private void add(Upload upload, List<Upload> uploads) {
        uploads.add(upload);
        if (upload.kind() == Kind.REPETITION) {
            plan.occurred(Hazard.DUPLICATES);
        } else if (upload.kind() == Kind.DAYS_OLD) {
            plan.occurred(Hazard.BEYOND_ALLOWED_LATENESS);
        }
    }

    private Kind seenAs(Kind intended) {
        return switch (clock.fate()) {
            case RECEIVED -> intended;
            case DAYS_OLD -> Kind.DAYS_OLD;
            case UNUSABLE -> Kind.UNUSABLE;
        };
    }

    private Upload.Report report(PlaybackEvent event, long sentAt, Kind kind) {
        long receivedAt = sentAt + chance.nextLong(40, 400);
        return new Upload.Report(
                new PlaybackEvent(
                        event.listener(),
                        event.eventId(),
                        event.device(),
                        event.occurredAt() + clock.errorMs(),
                        clock.reportsSentAt() ? sentAt + clock.errorMs() : null,
                        receivedAt,
                        0,
                        event.country(),
                        event.timeZone(),
                        event.offline(),
                        event.detail().correctedBy(clock.errorMs()),
                        event.track()),
                receivedAt,
                kind);
    }

    private static PlaybackEvent nameless(PlaybackEvent event) {
        return new PlaybackEvent(
                "",
                event.eventId() + "-nameless",
                event.device(),
                event.occurredAt(),
                null,
                null,
                0,
                event.country(),
                event.timeZone(),
                event.offline(),
                event.detail(),
                event.track());
    }

    private String tatters() {
        byte[] bytes = new byte[(int) chance.nextLong(1, MOST_TATTERS)];
        chance.nextBytes(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
