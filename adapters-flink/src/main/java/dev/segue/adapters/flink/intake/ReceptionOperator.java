package dev.segue.adapters.flink.intake;

import dev.segue.adapters.flink.accounting.AccountingOperator;
import dev.segue.adapters.flink.accounting.AccountingTypes;
import dev.segue.adapters.flink.accounting.SegueMetrics;
import dev.segue.domain.accounting.Health;
import dev.segue.domain.accounting.Received;
import dev.segue.domain.accounting.Received.Message;
import dev.segue.domain.accounting.Received.Rejected;
import dev.segue.domain.playback.DeadLetter;
import dev.segue.domain.session.Outcome;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Counts the records read from a topic, and sends unusable ones to dead letters.
 *
 * @param <T> type of the topic's messages
 */
public class ReceptionOperator<T> extends AccountingOperator<Received<T>, T> {

    private static final long serialVersionUID = 1L;

    /** Unusable records. */
    public static final OutputTag<DeadLetter> DEAD_LETTERS = new OutputTag<>("dead-letters", IntakeTypes.DEAD_LETTERS);

    /** Health reports of this operator, one per checkpoint. It keeps no clock: the stages after it report theirs. */
    public static final OutputTag<Health> HEALTH = new OutputTag<>("reception-health", AccountingTypes.HEALTH);

    private final boolean accepts;

    private transient ReadingLag lag;
    private transient StreamRecord<T> out;

    /**
     * Creates an operator for one topic of a job.
     *
     * @param job the job's name, for its health
     * @param stage which part of the work this is, for its health; unique among the topics of a job
     * @param accepts whether every usable message counts as accepted here; otherwise a later stage counts its
     *     outcome
     */
    protected ReceptionOperator(String job, String stage, boolean accepts) {
        super(job, stage, HEALTH);
        this.accepts = accepts;
    }

    /**
     * Creates an operator for one topic of a job; a later stage counts the outcome of each usable message.
     *
     * @param job the job's name, for its health
     * @param stage which part of the work this is, for its health; unique among the topics of a job
     */
    public static <T> ReceptionOperator<T> passingThrough(String job, String stage) {
        return new ReceptionOperator<>(job, stage, false);
    }

    /** The same, but every usable message counts as accepted here. */
    public static <T> ReceptionOperator<T> accepting(String job, String stage) {
        return new ReceptionOperator<>(job, stage, true);
    }

    @Override
    public void open() throws Exception {
        super.open();
        out = new StreamRecord<>(null);
        lag = new ReadingLag();
        SegueMetrics.of(getMetricGroup()).gauge("readingLag", () -> lag.ms() < 0 ? SegueMetrics.NOT_KNOWN : lag.ms());
    }

    @Override
    public final void processElement(StreamRecord<Received<T>> element) {
        Received<T> received = element.getValue();
        if (!(received instanceof Message<T> one) || isCounted(one.content())) {
            ledger().countRead();
        }
        if (received instanceof Rejected<T> rejected) {
            ledger().countRejected(rejected.letter().reason());
            output.collect(DEAD_LETTERS, new StreamRecord<>(rejected.letter()));
        } else if (received instanceof Message<T> message) {
            lag.note(message.appendedAt(), message.readAt());
            if (accepts) {
                ledger().count(Outcome.ACCEPTED);
            }
            output.collect(out.replace(enriched(message.content()), element.getTimestamp()));
        }
    }

    /** Whether the ledger accounts for it. */
    protected boolean isCounted(T message) {
        return true;
    }

    /** The message for the next stage, enriched with what is known here. */
    protected T enriched(T message) {
        return message;
    }

    @Override
    protected long lagMs() {
        return lag.ms();
    }
}
