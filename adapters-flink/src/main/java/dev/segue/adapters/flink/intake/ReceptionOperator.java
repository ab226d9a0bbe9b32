package dev.segue.adapters.flink.intake;

import dev.segue.adapters.flink.accounting.AccountingOperator;
import dev.segue.adapters.flink.accounting.AccountingTypes;
import dev.segue.domain.accounting.Health;
import dev.segue.domain.accounting.Received;
import dev.segue.domain.accounting.Received.Message;
import dev.segue.domain.accounting.Received.Rejected;
import dev.segue.domain.playback.DeadLetter;
import dev.segue.domain.session.Outcome;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Counts what is read from a topic, and sends what cannot be used to the dead letters.
 *
 * @param <T> what the topic holds
 */
public class ReceptionOperator<T> extends AccountingOperator<Received<T>, T> {

    private static final long serialVersionUID = 1L;

    /** What could not be used. */
    public static final OutputTag<DeadLetter> DEAD_LETTERS = new OutputTag<>("dead-letters", IntakeTypes.DEAD_LETTERS);

    /** How this operator is doing, at every checkpoint. It keeps no clock: the stages after it report theirs. */
    public static final OutputTag<Health> HEALTH = new OutputTag<>("reception-health", AccountingTypes.HEALTH);

    private final boolean accepts;

    private transient ReadingLag lag;
    private transient StreamRecord<T> out;

    /**
     * An operator for one topic of a job.
     *
     * @param accepts whether all that can be used is accepted here; otherwise a later stage counts what becomes of it
     */
    protected ReceptionOperator(String job, String stage, boolean accepts) {
        super(job, stage, HEALTH);
        this.accepts = accepts;
    }

    /**
     * An operator for one topic of a job, after which another stage counts what becomes of what can be used.
     *
     * @param job the job's name, for its health
     * @param stage which part of the work this is, for its health; differs between the topics of a job
     */
    public static <T> ReceptionOperator<T> passingThrough(String job, String stage) {
        return new ReceptionOperator<>(job, stage, false);
    }

    /** The same, but all that can be used is accepted here. */
    public static <T> ReceptionOperator<T> accepting(String job, String stage) {
        return new ReceptionOperator<>(job, stage, true);
    }

    @Override
    public void open() throws Exception {
        super.open();
        out = new StreamRecord<>(null);
        lag = new ReadingLag();
    }

    @Override
    public final void processElement(StreamRecord<Received<T>> element) {
        Received<T> received = element.getValue();
        ledger().countRead();
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

    /** What goes on to the next stage: the message, with what is known about it here. */
    protected T enriched(T message) {
        return message;
    }

    @Override
    protected long lagMs() {
        return lag.ms();
    }
}
