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
 * How a sessionizer did.
 *
 * @param sessions how many were planned, by what became of them
 * @param answers how many sessions it told
 * @param firstAfterMs of the right ones, how long after their end they were first told as ended, the shortest first
 * @param stoodAfterMs of the right ones, how long after their end the answer stood, the shortest first
 * @param changedLater how many of the right ones were told as ended before they were right
 */
record Score(
        String name,
        Map<Fate, Long> sessions,
        int answers,
        List<Long> firstAfterMs,
        List<Long> stoodAfterMs,
        long changedLater) {

    /** Holds answers against the plan. */
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
