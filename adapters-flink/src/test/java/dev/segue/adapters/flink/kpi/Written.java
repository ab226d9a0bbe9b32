package dev.segue.adapters.flink.kpi;

import dev.segue.domain.clock.Clocks;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.Change.Revision;
import dev.segue.domain.session.Change.Superseded;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A record of the topic of sessions.
 *
 * @param watermark nothing that is written later was made at an earlier acceptance clock
 */
public record Written(Change change, long watermark) {

    private static final int WRITERS = 3;

    /**
     * The records of several subtasks, between which the listeners are divided. Between two checkpoints each may be as far
     * behind the others as it likes.
     *
     * @param log what was emitted, in order
     * @param from how much of it was emitted when the last checkpoint before a crash was complete
     * @param to how much of it was emitted when the job crashed, and went back to that checkpoint
     */
    static List<Written> byAnySubtask(List<Change> log, int from, int to, Random random) {
        List<Written> topic = new ArrayList<>();
        int begin = 0;
        while (begin < log.size()) {
            int end = Math.min(log.size(), begin + 1 + random.nextInt(1 + log.size() / 3));
            int upTo = from < end && end < to ? Math.max(begin + 1, from) : end;
            int checkpoint = from < upTo && upTo < to ? to : upTo;
            long watermark = Math.max(
                    clock(log.subList(0, Math.min(begin, from))), clock(log.subList(Math.min(begin, to), begin)));
            interleaved(log.subList(begin, checkpoint), random)
                    .forEach(change -> topic.add(new Written(change, watermark)));
            begin = checkpoint;
        }
        return topic;
    }

    private static List<Change> interleaved(List<Change> log, Random random) {
        List<List<Change>> bySubtask = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            int subtask = i;
            bySubtask.add(new ArrayList<>(log.stream()
                    .filter(change -> Math.floorMod(change.listener().hashCode(), WRITERS) == subtask)
                    .toList()));
        }
        List<Change> written = new ArrayList<>();
        while (!bySubtask.isEmpty()) {
            List<Change> subtask = bySubtask.get(random.nextInt(bySubtask.size()));
            int batch = Math.min(subtask.size(), 1 + random.nextInt(20));
            written.addAll(subtask.subList(0, batch));
            subtask.subList(0, batch).clear();
            bySubtask.removeIf(List::isEmpty);
        }
        return written;
    }

    private static long clock(List<Change> log) {
        return log.stream()
                .mapToLong(Written::asOf)
                .filter(asOf -> asOf != Clocks.ENDED)
                .max()
                .orElse(Clocks.NOT_STARTED);
    }

    /** The acceptance clock at which a change was made; {@link Clocks#NOT_STARTED} if it does not say. */
    public static long asOf(Change change) {
        if (change instanceof Revision revision) {
            return revision.asOf();
        }
        return change instanceof Superseded superseded ? superseded.asOf() : Clocks.NOT_STARTED;
    }
}
