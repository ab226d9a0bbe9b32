package dev.segue.demo.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Something that happens to a cluster. */
enum Fault {
    /** A task manager dies, and is started again. */
    TASK_MANAGER_KILLED,
    /** A task manager stands still for longer than its heartbeat may be missing, and goes on. */
    TASK_MANAGER_FROZEN,
    /** The job manager dies, and is started again. */
    JOB_MANAGER_KILLED,
    /** All of Flink dies, and is started again when the brokers have aborted what it left open. */
    FLINK_AWAY,
    /** The broker dies, and is started again. */
    BROKER_KILLED,
    /** The registry does not answer while tasks restart. */
    REGISTRY_AWAY,
    /** Flink cannot write to any file until a checkpoint has failed. */
    DISK_FULL,
    /** A job is stopped with a savepoint, and started from it with another parallelism. */
    RESCALED,
    /** A job is stopped with a savepoint, and started from it with a build whose state has evolved. */
    UPGRADED;

    /** Its name in a list, such as {@code task-manager-killed}. */
    String option() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The faults of a list, in a random order.
     *
     * @param text such as {@code task-manager-killed*10,broker-killed}
     */
    static List<Fault> parse(String text, RandomGenerator random) {
        List<Fault> faults = new ArrayList<>();
        for (String item : text.split(",", -1)) {
            String[] parts = item.trim().split("\\*", -1);
            int times = parts.length == 1 ? 1 : Integer.parseInt(parts[1]);
            for (int time = 0; time < times; time++) {
                faults.add(named(parts[0]));
            }
        }
        for (int i = faults.size() - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            Fault moved = faults.get(i);
            faults.set(i, faults.get(other));
            faults.set(other, moved);
        }
        return faults;
    }

    private static Fault named(String option) {
        return Arrays.stream(values())
                .filter(fault -> fault.option().equals(option))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + option + "' is not a fault; there are "
                        + Arrays.stream(values()).map(Fault::option).toList()));
    }
}
