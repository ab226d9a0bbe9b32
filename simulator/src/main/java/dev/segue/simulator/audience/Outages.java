package dev.segue.simulator.audience;

import dev.segue.simulator.plan.Hazard;
import dev.segue.simulator.plan.Plan;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.kafka.common.utils.Utils;

/** Twice a day one partition is unreachable for hours: nothing arrives there, and then everything that was held up. */
final class Outages {

    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final long PERIOD_MS = 12 * HOUR;
    private static final long FIRST_AFTER_MS = 30 * MINUTE;

    private static final class Outage {
        private final int partition;
        private final long from;
        private final long to;
        private boolean noticed;

        Outage(int partition, long from, long to) {
            this.partition = partition;
            this.from = from;
            this.to = to;
        }
    }

    private final Scenario scenario;
    private final Plan plan;
    private final SplittableRandom chance;
    private final List<Outage> outages = new ArrayList<>();

    Outages(Scenario scenario, Plan plan, SplittableRandom chance) {
        this.scenario = scenario;
        this.plan = plan;
        this.chance = chance;
    }

    /** The upload, delayed if it falls in an outage. */
    Upload delayed(Upload upload) {
        if (!scenario.has(Hazard.IDLE_PARTITIONS) || scenario.partitions() == 1) {
            return upload;
        }
        long since = upload.arrivesAt() - scenario.beginning() - FIRST_AFTER_MS;
        if (since < 0) {
            return upload;
        }
        Outage outage = outage((int) (since / PERIOD_MS));
        long at = upload.arrivesAt();
        if (at < outage.from || at >= outage.to || partitionOf(upload.listener()) != outage.partition) {
            return upload;
        }
        if (!outage.noticed) {
            outage.noticed = true;
            plan.occurred(Hazard.IDLE_PARTITIONS);
        }
        return upload.arrivingAt(outage.to);
    }

    private Outage outage(int number) {
        while (outages.size() <= number) {
            long from = scenario.beginning() + FIRST_AFTER_MS + outages.size() * PERIOD_MS;
            outages.add(new Outage(
                    chance.nextInt(scenario.partitions()), from, from + chance.nextLong(90 * MINUTE, 4 * HOUR)));
        }
        return outages.get(number);
    }

    /** The partition that Kafka's producers choose for a listener's events. */
    private int partitionOf(String listener) {
        byte[] key = listener.getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(key)) % scenario.partitions();
    }
}
