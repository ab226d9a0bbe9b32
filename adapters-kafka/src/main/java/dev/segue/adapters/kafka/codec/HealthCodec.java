package dev.segue.adapters.kafka.codec;

import dev.segue.adapters.kafka.registry.SchemaRegistry;
import dev.segue.contracts.Health;
import dev.segue.domain.accounting.Ledger;
import dev.segue.domain.playback.RejectionReason;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Health reports of jobs, to and from the records of {@code listening.health}. */
public final class HealthCodec {

    private static final long LAG_NOT_KNOWN = -1;

    private final RecordReader<Health> reader;
    private final RecordWriter<Health> writer;

    public HealthCodec(SchemaRegistry registry, String topic) {
        this.reader = new RecordReader<>(registry, Health.getClassSchema());
        this.writer = new RecordWriter<>(registry, topic, Health.getClassSchema());
    }

    /** The key of the record that holds a report: job, stage and subtask. */
    public static String key(dev.segue.domain.accounting.Health health) {
        return health.job() + "/" + health.stage() + "/" + health.subtask();
    }

    /**
     * The report in a record's value. Rejection reasons that this version does not know are counted as unreadable.
     *
     * @throws UnusableRecord when these bytes are not a report
     */
    public dev.segue.domain.accounting.Health decode(byte[] value) throws UnusableRecord {
        Health health = reader.read(value);
        Ledger ledger = new Ledger(
                health.getRead(),
                health.getAccepted(),
                health.getDuplicate(),
                health.getLate(),
                byReason(health.getRejected()));
        Long checkpoint = health.getCheckpoint();
        Long lagMs = health.getLagMs();
        return new dev.segue.domain.accounting.Health(
                health.getJob(),
                health.getStage(),
                health.getSubtask(),
                health.getParallelism(),
                checkpoint == null ? dev.segue.domain.accounting.Health.AT_END : checkpoint,
                ledger,
                Parts.clock(health.getAcceptanceClock()),
                Parts.clock(health.getClosingClock()),
                lagMs == null ? LAG_NOT_KNOWN : lagMs);
    }

    /** The record's value for a report. */
    public byte[] encode(dev.segue.domain.accounting.Health health) {
        Ledger ledger = health.ledger();
        return writer.write(Health.newBuilder()
                .setJob(health.job())
                .setStage(health.stage())
                .setSubtask(health.subtask())
                .setParallelism(health.parallelism())
                .setCheckpoint(
                        health.checkpoint() == dev.segue.domain.accounting.Health.AT_END ? null : health.checkpoint())
                .setRead(ledger.read())
                .setAccepted(ledger.accepted())
                .setDuplicate(ledger.duplicate())
                .setLate(ledger.late())
                .setRejected(byName(ledger))
                .setAcceptanceClock(Parts.clock(health.acceptanceClock()))
                .setClosingClock(Parts.clock(health.closingClock()))
                .setLagMs(health.lagMs() < 0 ? null : health.lagMs())
                .build());
    }

    private static Map<String, Long> byName(Ledger ledger) {
        Map<String, Long> names = new TreeMap<>();
        ledger.rejected().forEach((reason, count) -> names.put(reason.name(), count));
        return names;
    }

    private static Map<RejectionReason, Long> byReason(Map<String, Long> names) {
        Map<RejectionReason, Long> reasons = new EnumMap<>(RejectionReason.class);
        names.forEach((name, count) -> reasons.merge(reason(name), count, Long::sum));
        return reasons;
    }

    private static RejectionReason reason(String name) {
        for (RejectionReason reason : RejectionReason.values()) {
            if (reason.name().equals(name)) {
                return reason;
            }
        }
        return RejectionReason.UNREADABLE;
    }
}
