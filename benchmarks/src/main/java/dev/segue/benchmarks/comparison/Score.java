package dev.segue.benchmarks.comparison;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The result of one sessionizer.
 *
 * @param sessions number of planned sessions by fate
 * @param answers number of emitted sessions
 * @param firstAfterMs how long after their end the right sessions were first emitted as ended, in ascending order
 * @param stoodAfterMs how long after their end the right sessions were stable, in ascending order
 * @param changedLater number of right sessions that were emitted as ended before they were right
 */
record Score(
        String name,
        Map<Fate, Long> sessions,
        int answers,
        List<Long> firstAfterMs,
        List<Long> stoodAfterMs,
        long changedLater) {

    /** Compares answers with the plan. */
    static Score of(String name, List<Planned> planned, List<Answer> answers) {
        Map<String, List<Answer>> byPlay = new HashMap<>();
        for (Answer answer : answers) {
            answer.plays().forEach(play -> byPlay.computeIfAbsent(play, none -> new ArrayList<>())
                    .add(answer));
        }
        List<Fate> fates = new ArrayList<>();
        List<Long> firstAfterMs = new ArrayList<>();
        List<Long> stoodAfterMs = new ArrayList<>();
        long changedLater = 0;
        for (Planned session : planned) {
            List<Answer> holding = session.plays().stream()
                    .flatMap(play -> byPlay.getOrDefault(play, List.of()).stream())
                    .distinct()
                    .toList();
            Fate fate = Fate.of(session, holding);
            fates.add(fate);
            if (fate == Fate.RIGHT) {
                Answer answer = holding.get(0);
                firstAfterMs.add(answer.firstAt() - session.endedAt());
                stoodAfterMs.add(answer.stoodAt() - session.endedAt());
                changedLater += answer.stoodAt() > answer.firstAt() ? 1 : 0;
            }
        }
        Collections.sort(firstAfterMs);
        Collections.sort(stoodAfterMs);
        Map<Fate, Long> sessions =
                fates.stream().collect(groupingBy(fate -> fate, () -> new EnumMap<>(Fate.class), counting()));
        return new Score(name, sessions, answers.size(), firstAfterMs, stoodAfterMs, changedLater);
    }

    long of(Fate fate) {
        return sessions.getOrDefault(fate, 0L);
    }

    long planned() {
        return sessions.values().stream().mapToLong(Long::longValue).sum();
    }
}
