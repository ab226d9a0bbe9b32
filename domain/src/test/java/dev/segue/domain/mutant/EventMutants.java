package dev.segue.domain.mutant;

import java.util.List;

/** Faults in an event on its way in: its time, its identity, and the clocks. */
final class EventMutants {

    static final List<Mutant> ALL = List.of(
            new Mutant(
                    "an event is identified by its id alone",
                    "domain/playback/ContentFingerprint",
                    "add(event.device().id());",
                    "if (digest != 0) {\n            return;\n        }"),
            new Mutant(
                    "another delivery makes another event",
                    "domain/playback/ContentFingerprint",
                    "add(event.country());",
                    "add(event.country());\n        add(event.sentAt() == null ? ABSENT : event.sentAt());"),
            new Mutant(
                    "another correction makes another event",
                    "domain/playback/ContentFingerprint",
                    "add(event.occurredAt() - event.clockCorrection());",
                    "add(event.occurredAt());"),
            new Mutant(
                    "the newest partition decides",
                    "domain/clock/PartitionClocks",
                    "anyActive ? oldestActive : newest",
                    "newest"),
            new Mutant(
                    "the clock goes back",
                    "domain/clock/PartitionClocks",
                    "time = Math.max(time, lessOutOfOrderness(anyActive ? oldestActive : newest));",
                    "time = lessOutOfOrderness(anyActive ? oldestActive : newest);"),
            new Mutant(
                    "an idle partition stays idle when it is read",
                    "domain/clock/PartitionClocks",
                    "observed.idle = false;",
                    ""),
            new Mutant(
                    "clock corrections are rounded down to the minute",
                    "domain/playback/Intake",
                    "behind + MINUTE / 2",
                    "behind"),
            new Mutant(
                    "a clock may be ahead by twice the tolerance",
                    "domain/playback/Intake",
                    "return earliest + clockToleranceMs;",
                    "return earliest + 2 * clockToleranceMs;"),
            new Mutant("silence ends nothing", "domain/clock/SilenceClock", "acceptance + silence :", "acceptance :"));

    private EventMutants() {}
}
