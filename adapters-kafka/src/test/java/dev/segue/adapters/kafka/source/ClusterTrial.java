package dev.segue.adapters.kafka.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.flink.api.connector.source.ReaderInfo;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SplitsAssignment;
import org.apache.flink.connector.kafka.source.enumerator.KafkaSourceEnumState;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;

/**
 * Weeks of history read by several readers while tasks and the coordinator fail, everything in an order determined by a
 * seed: the real {@link SharedClock} and {@link ClockedReader} in a simulation of what Flink guarantees for messages,
 * checkpoints and restarts. Whatever happens, no event may be behind the clock that decides whether it is late.
 */
final class ClusterTrial {

    private static final long HOUR = 60 * 60_000;
    private static final int RESTARTS_AT_MOST = 12;

    /** What can happen in a trial; a set of trials must cover all of it. */
    enum Situation {
        REGIONAL_FAILOVER,
        FAILOVER_OF_ONE_READER,
        FAILOVER_OF_THE_COORDINATOR,
        FAILOVER_BEFORE_ANY_CHECKPOINT,
        FAILOVER_WHILE_READERS_START,
        FAILOVER_DURING_A_CHECKPOINT,
        ABORTED_CHECKPOINT,
        DAYS_READ_AGAIN,
        MESSAGE_HELD_BACK_BY_A_CHECKPOINT,
        IDLE_PARTITION
    }

    private final Random random;

    /** Whether every reader is connected to every downstream task, so that all fail together, as in our own jobs. */
    private final boolean oneRegion;

    private final int parallelism;
    private final PartitionHistories history;
    private final Set<Situation> situations = new HashSet<>();

    private long nowMs = 1_000_000;
    private Coordination coordination;
    private final Map<Integer, SimulatedTask> tasks = new TreeMap<>();
    private final Set<Integer> startingReaders = new HashSet<>();
    private TrialCheckpoint completed = TrialCheckpoint.NONE;
    private Pending pending;
    private int restarts;

    ClusterTrial(long seed) {
        random = new Random(seed);
        boolean partitionsGoIdle = random.nextBoolean();
        oneRegion = random.nextBoolean();
        parallelism = 1 + random.nextInt(4);
        history = new PartitionHistories(random, partitionsGoIdle);
        coordination = new Coordination(new KafkaSourceEnumState(List.of(), List.of(), false));
        restartAll();
    }

    /** Reads the whole history; returns what happened on the way. */
    Set<Situation> run() throws Exception {
        try {
            while (!everythingIsRead()) {
                step();
            }
            for (int i = 0; i < 2_000; i++) {
                calmStep();
            }
            assertThat(clocks()).as("the clock in the end").containsOnly(history.lastClock());
            return situations;
        } finally {
            for (SimulatedTask task : tasks.values()) {
                task.reader.close();
            }
        }
    }

    private void step() throws Exception {
        int what = random.nextInt(1_000);
        if (what < 8 && restarts < RESTARTS_AT_MOST) {
            failover();
        } else if (what < 25 && pending == null && startingReaders.isEmpty()) {
            pending = new Pending(coordination.clock.snapshotState(1));
        } else if (what < 28 && pending != null) {
            situations.add(Situation.ABORTED_CHECKPOINT);
            abortPending();
        } else {
            calmStep();
        }
    }

    /** A step without failures. */
    private void calmStep() throws Exception {
        nowMs += random.nextInt(150);
        int reader = random.nextInt(parallelism);
        SimulatedTask task = tasks.get(reader);
        if (task == null) {
            if (random.nextInt(4) == 0) {
                startReader(reader);
            }
            return;
        }
        switch (random.nextInt(4)) {
            case 0 -> coordination.deliverReport(task);
            case 1 -> coordination.deliverAnswer(task);
            case 2 -> takePart(task);
            default -> task.read();
        }
    }

    private void takePart(SimulatedTask task) {
        if (pending == null || pending.taken.containsKey(task.number)) {
            return;
        }
        pending.taken.put(task.number, task.snapshot());
        task.release();
        if (pending.taken.size() == parallelism) {
            completed = new TrialCheckpoint(pending.enumerator, Map.copyOf(pending.taken));
            pending = null;
        }
    }

    private void abortPending() {
        pending = null;
        tasks.values().forEach(SimulatedTask::release);
    }

    private void failover() throws Exception {
        restarts++;
        if (pending != null) {
            situations.add(Situation.FAILOVER_DURING_A_CHECKPOINT);
            abortPending();
        }
        if (!startingReaders.isEmpty()) {
            situations.add(Situation.FAILOVER_WHILE_READERS_START);
        }
        if (completed.parts().isEmpty()) {
            situations.add(Situation.FAILOVER_BEFORE_ANY_CHECKPOINT);
        }
        if (tasks.values().stream().anyMatch(task -> task.clock() > completed.clock() + 48 * HOUR)) {
            situations.add(Situation.DAYS_READ_AGAIN);
        }
        if (random.nextInt(3) == 0) {
            situations.add(Situation.FAILOVER_OF_THE_COORDINATOR);
            stop(tasks.keySet());
            coordination = new Coordination(completed.enumerator());
            restartAll();
        } else if (oneRegion) {
            situations.add(Situation.REGIONAL_FAILOVER);
            restart(IntStream.range(0, parallelism).boxed().toList());
        } else {
            situations.add(Situation.FAILOVER_OF_ONE_READER);
            restart(List.of(random.nextInt(parallelism)));
        }
    }

    private void restartAll() {
        for (int reader = 0; reader < parallelism; reader++) {
            startingReaders.add(reader);
        }
    }

    /** As the scheduler does: stops all, then resets all, and only then starts the first. */
    private void restart(List<Integer> failed) throws Exception {
        stop(failed);
        for (int reader : failed) {
            coordination.reset(reader, completed);
            startingReaders.add(reader);
        }
    }

    private void stop(Collection<Integer> failed) throws Exception {
        for (int reader : List.copyOf(failed)) {
            SimulatedTask task = tasks.remove(reader);
            if (task != null) {
                task.reader.close();
            }
        }
    }

    private void startReader(int number) {
        SimulatedTask task = new SimulatedTask(number, history, random, () -> nowMs, situations);
        tasks.put(number, task);
        startingReaders.remove(number);
        TrialCheckpoint.Part part = completed.parts().get(number);
        if (part != null) {
            task.floor = oneRegion ? completed.clock() : part.clock();
            part.splits().forEach(task::give);
        }
        coordination.register(task);
    }

    private boolean everythingIsRead() {
        return tasks.values().stream().mapToInt(SimulatedTask::partitionsRead).sum() == history.partitions();
    }

    private List<Long> clocks() {
        return tasks.values().stream().map(SimulatedTask::clock).distinct().toList();
    }

    /** A running checkpoint: the coordinator has taken its part, and later messages are held back. */
    private static final class Pending {
        private final KafkaSourceEnumState enumerator;
        private final Map<Integer, TrialCheckpoint.Part> taken = new HashMap<>();

        Pending(KafkaSourceEnumState enumerator) {
            this.enumerator = enumerator;
        }
    }

    /** The coordinator with the clock, and the messages between it and the readers. */
    private final class Coordination extends CoordinatorOfReaders {

        private final FixedAssignment partitions;
        private final SharedClock clock;

        Coordination(KafkaSourceEnumState restored) {
            super(parallelism);
            partitions = new FixedAssignment(history.partitions(), this, restored);
            clock = new SharedClock(partitions, this);
            clock.start();
        }

        void register(SimulatedTask task) {
            registered.put(task.number, new ReaderInfo(task.number, "here"));
            clock.addReader(task.number);
        }

        void reset(int reader, TrialCheckpoint checkpoint) {
            registered.remove(reader);
            clock.addSplitsBack(partitions.assignedAfter(checkpoint, reader), reader);
        }

        void deliverReport(SimulatedTask task) {
            int delivered = random.nextInt(4);
            for (int i = 0; i < delivered && !task.reports.isEmpty(); i++) {
                clock.handleSourceEvent(task.number, task.reports.remove());
            }
        }

        void deliverAnswer(SimulatedTask task) {
            SourceEvent answer = task.answers.poll();
            if (answer != null) {
                task.reader.handleSourceEvents(answer);
            }
        }

        @Override
        public void sendEventToSourceReader(int reader, SourceEvent event) {
            SimulatedTask task = tasks.get(reader);
            if (pending != null && !pending.taken.containsKey(reader)) {
                situations.add(Situation.MESSAGE_HELD_BACK_BY_A_CHECKPOINT);
                task.heldBack.add(event);
            } else {
                task.answers.add(event);
            }
        }

        @Override
        public void assignSplits(SplitsAssignment<KafkaPartitionSplit> assignments) {
            assignments.assignment().forEach((reader, splits) -> splits.forEach(tasks.get(reader)::give));
        }
    }
}
