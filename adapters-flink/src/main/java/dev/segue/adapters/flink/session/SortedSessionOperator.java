package dev.segue.adapters.flink.session;

import dev.segue.adapters.flink.accounting.AccountingOperator;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.playback.PlaybackRecord;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.ListenerInOrder;
import dev.segue.domain.session.SessionRules;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Passes the events of a sorted recording to {@link ListenerInOrder}, one listener after the other, in the order in
 * which Flink's batch mode sorts keyed input: by key, then by timestamp. Only one listener is in memory at a time, and
 * neither keyed state nor timers are needed.
 */
public final class SortedSessionOperator extends AccountingOperator<PlaybackRecord, Change> {

    private static final long serialVersionUID = 1L;

    private final SessionRules rules;

    private transient String listener;
    private transient ListenerInOrder sessions;
    private transient StreamRecord<Change> out;

    /**
     * Creates the operator for one job.
     *
     * @param job the job's name, for its health
     */
    public SortedSessionOperator(String job, SessionRules rules) {
        super(job, SessionOperator.STAGE, SessionOperator.HEALTH);
        this.rules = rules;
    }

    @Override
    public void open() throws Exception {
        super.open();
        out = new StreamRecord<>(null);
    }

    @Override
    public void processElement(StreamRecord<PlaybackRecord> element) {
        if (!(element.getValue() instanceof PlaybackEvent event)) {
            throw new IllegalStateException("A recording has events only, and no requests to forget a listener.");
        }
        if (!event.listener().equals(listener)) {
            endListener();
            listener = event.listener();
            sessions = new ListenerInOrder(
                    listener, new PagesOnHeap(), rules, change -> output.collect(out.replace(change)));
        }
        ledger().count(sessions.accept(event));
    }

    @Override
    public void endInput() {
        endListener();
        super.endInput();
    }

    private void endListener() {
        if (sessions != null) {
            sessions.end();
        }
        sessions = null;
        listener = null;
    }
}
