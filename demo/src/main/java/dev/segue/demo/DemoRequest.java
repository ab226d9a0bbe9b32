package dev.segue.demo;

import dev.segue.simulator.audience.Past;
import dev.segue.simulator.audience.Scenario;
import dev.segue.simulator.plan.Hazard;
import dev.segue.stack.CannotStart;
import dev.segue.stack.LoopbackPorts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Set;

/**
 * The options given on the command line.
 *
 * @param length how long the demo runs; null when until it is stopped
 * @param speed how many times faster than the wall clock simulated time runs, at least 1
 * @param listeners how many there are, at least 1
 * @param hazards what goes wrong
 * @param kafkaPort 0 for any, like the other ports
 * @param data where the data is kept; null for a temporary directory
 */
record DemoRequest(
        Duration length,
        int speed,
        int listeners,
        long seed,
        Set<Hazard> hazards,
        int kafkaPort,
        int registryPort,
        int uiPort,
        int pagePort,
        Path data) {

    /** The number of partitions of the demo's topics. */
    static final int PARTITIONS = 4;

    /** As many weeks as an expected range needs. */
    private static final Past PAST = new Past(3, 7);

    private static final Duration LONG_AGO = Duration.ofDays(30);
    private static final Duration MARGIN = Duration.ofDays(2);
    private static final Duration EARLIER_THAT_NIGHT = Duration.ofHours(1);
    private static final ZoneId SOMEWHERE = ZoneId.of("Europe/Berlin");

    DemoRequest {
        hazards = Set.copyOf(hazards);
    }

    /**
     * The same, with free ports for Kafka and the registry, so that their addresses are known before they run.
     *
     * @throws CannotStart when a requested port is in use
     */
    DemoRequest withPortsClaimed() throws CannotStart {
        return new DemoRequest(
                length,
                speed,
                listeners,
                seed,
                hazards,
                LoopbackPorts.claim(kafkaPort, "Kafka"),
                LoopbackPorts.claim(registryPort, "the schema registry"),
                uiPort,
                pagePort,
                data);
    }

    /**
     * The requested audience. It begins in the latest night in which the clocks in Europe changed that is long enough
     * ago for simulated time not to catch up with real time.
     */
    Scenario scenario(Instant now) {
        Duration simulated = length == null ? LONG_AGO : length.multipliedBy(speed);
        ZoneOffsetTransition change =
                SOMEWHERE.getRules().previousTransition(now.minus(simulated).minus(MARGIN));
        long beginning = change.getInstant().minus(EARLIER_THAT_NIGHT).toEpochMilli();
        long end = length == null ? Scenario.ENDLESS : beginning + simulated.toMillis();
        return new Scenario(seed, listeners, beginning, end, hazards, PARTITIONS)
                .withStories()
                .withPast(PAST);
    }
}
