package dev.segue.adapters.flink.intake;

import dev.segue.adapters.flink.accounting.AccountedOperator;
import dev.segue.domain.account.Health;
import dev.segue.domain.account.Received;
import dev.segue.domain.account.Received.Message;
import dev.segue.domain.account.Received.SetAside;
import dev.segue.domain.playback.DeadLetter;
import dev.segue.domain.session.Outcome;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Counts what is read of a topic that another job writes, and sets aside what cannot be used.
 *
 * @param <T> what the topic holds
 */
public final class MessageReceptionOperator<T> extends AccountedOperator<Received<T>, T> {

    private static final long serialVersionUID = 1L;

    /** What could not be used. */
    public static final OutputTag<DeadLetter> DEAD_LETTERS = ReceptionOperator.DEAD_LETTERS;

    /** How this operator is doing, at every checkpoint. It keeps no clock: the stages after it tell theirs. */
    public static final OutputTag<Health> HEALTH = ReceptionOperator.HEALTH;

    private final boolean accepts;

    private transient ReadingLag lag;
    private transient StreamRecord<T> out;

    private MessageReceptionOperator(String job, String stage, boolean accepts) {
        super(job, stage, HEALTH);
        this.accepts = accepts;
    }

    /**
     * An operator for one topic of a job, after which another stage counts what becomes of what can be used.
     *
     * @param job the job's name, for its health
     * @param stage which part of the work this is, for its health; differs between the topics of a job
     */
    public static <T> MessageReceptionOperator<T> handingOn(String job, String stage) {
        return new MessageReceptionOperator<>(job, stage, false);
    }

    /** The same, but all that can be used is accepted here. */
    public static <T> MessageReceptionOperator<T> accepting(String job, String stage) {
        return new MessageReceptionOperator<>(job, stage, true);
    }

    @Override
    public void open() throws Exception {
        super.open();
        out = new StreamRecord<>(null);
        lag = new ReadingLag();
    }

    @Override
    public void processElement(StreamRecord<Received<T>> element) {
        Received<T> received = element.getValue();
        account().countRead();
        if (received instanceof SetAside<T> setAside) {
            account().countRejected(setAside.letter().reason());
            output.collect(DEAD_LETTERS, new StreamRecord<>(setAside.letter()));
        } else if (received instanceof Message<T> message) {
            lag.note(message.appendedAt(), message.readAt());
            if (accepts) {
                account().count(Outcome.ACCEPTED);
            }
            output.collect(out.replace(message.content(), element.getTimestamp()));
        }
    }

    @Override
    protected long lagMs() {
        return lag.ms();
    }
}
