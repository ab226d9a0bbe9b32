package dev.segue.domain.mutant;

import java.util.List;

/** Faults in how a session is aggregated: plays, skips, silence, runs, mood. */
final class ListeningMutants {

    static final List<Mutant> ALL = List.of(
            new Mutant(
                    "played time may exceed a play's length",
                    "domain/listening/Play",
                    "Math.max(0, Math.min(ended.playedMs(), possible))",
                    "Math.max(0, ended.playedMs())"),
            new Mutant(
                    "a skip after exactly five seconds is quick",
                    "domain/listening/Play",
                    "playedMs < rules.quickSkipMs()",
                    "playedMs <= rules.quickSkipMs()"),
            new Mutant(
                    "a skip after exactly thirty seconds is early",
                    "domain/listening/Play",
                    "playedMs < rules.earlySkipMs()",
                    "playedMs <= rules.earlySkipMs()"),
            new Mutant(
                    "a play of exactly thirty seconds does not count",
                    "domain/listening/Play",
                    "playedMs >= rules.countedPlayMs()",
                    "playedMs > rules.countedPlayMs()"),
            new Mutant(
                    "plays with equal times are in any order",
                    "domain/session/SessionWalk",
                    ".thenComparing(step -> step.event().eventId())",
                    ""),
            new Mutant("going back is not a skip", "domain/playback/EndReason", "BACK(true)", "BACK(false)"),
            new Mutant(
                    "silence of exactly a minute is not an interruption",
                    "domain/listening/Silence",
                    "to - from < rules.interruptionMs()",
                    "to - from <= rules.interruptionMs()"),
            new Mutant(
                    "a pause at the end of a silence is its cause",
                    "domain/listening/Silence",
                    "pause.occurredAt() >= before",
                    "pause.occurredAt() > before"),
            new Mutant("a stall is a pause", "domain/listening/Silence", "began.cause() == PauseCause.STALL", "false"),
            new Mutant(
                    "two devices at once count twice",
                    "domain/listening/Stretches",
                    "starts[i + 1] > ends[i];",
                    "true;"),
            new Mutant(
                    "a play without context breaks a run",
                    "domain/listening/Runs",
                    "if (context == null) {",
                    "if (context == null) {\n            onDevice.remove(play.device().id());"),
            new Mutant(
                    "a skip breaks a run",
                    "domain/listening/Runs",
                    "current.context.equals(context)) {",
                    "current.context.equals(context) && !play.isSkip()) {"),
            new Mutant("a search does not break a run", "domain/listening/Runs", "onDevice.remove(deviceId);", ""),
            new Mutant(
                    "a run of three counted plays is abandoned",
                    "domain/listening/Runs",
                    "counted < Run.SETTLED_IN",
                    "counted <= Run.SETTLED_IN"),
            new Mutant(
                    "plays are in timeline order",
                    "domain/session/SessionWalk",
                    "sorted.sort(Step.IN_PLAY_ORDER);",
                    ""),
            new Mutant("skips count in the mood", "domain/listening/Moods", "if (!play.isSkip()) {", "if (true) {"),
            new Mutant(
                    "skips do not age earlier plays",
                    "domain/listening/Moods",
                    "if (all > 0 && played > 0) {",
                    "if (all > 0 && played > 0 && !play.isSkip()) {"),
            new Mutant(
                    "the country is the last one reported",
                    "domain/session/SessionWalk",
                    "country == null ? event.country() : country",
                    "event.country() == null ? country : event.country()"));

    private ListeningMutants() {}
}
