package dev.segue.app.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** All jobs while they run; closing cancels those that have not ended. */
final class RunningJobs implements AutoCloseable {

    private final Map<String, RunningJob> byName = new LinkedHashMap<>();

    void add(String name, RunningJob job) {
        byName.put(name, job);
    }

    /** The job of that name, which must be running. */
    RunningJob named(String name) {
        return byName.get(name);
    }

    /** Why one of them has failed for good; empty as long as none has. */
    Optional<String> failure() throws InterruptedException {
        for (Map.Entry<String, RunningJob> each : byName.entrySet()) {
            Optional<String> failure = each.getValue().failure();
            if (failure.isPresent()) {
                return Optional.of(each.getKey() + ": " + failure.get());
            }
        }
        return Optional.empty();
    }

    /** Their names. */
    String inWords() {
        return String.join(", ", byName.keySet());
    }

    @Override
    public void close() throws InterruptedException {
        for (RunningJob job : byName.values()) {
            job.close();
        }
    }
}
