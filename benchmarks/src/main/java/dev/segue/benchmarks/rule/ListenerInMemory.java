package dev.segue.benchmarks.rule;

import dev.segue.domain.clock.Clocks;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.ListenerMemory;
import dev.segue.domain.session.ListenerSessions;
import dev.segue.domain.session.SessionRules;
import dev.segue.domain.session.SessionTotals;
import dev.segue.domain.timeline.ActivityPages;
import dev.segue.domain.timeline.Receipts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One listener with its state in plain collections, driven as the session operator drives the rule. */
final class ListenerInMemory {

    private static final long OUT_OF_ORDERNESS = 60_000;

    private final SessionRules rules;
    private final ListenerMemory memory = new ListenerMemory();
    private final PagesInMemory pages = new PagesInMemory();
    private final SessionTotals.OnHeap totals = new SessionTotals.OnHeap();
    private final ReceiptsInMemory receipts = new ReceiptsInMemory();
    private long newest = Long.MIN_VALUE;
    private long wakeAt = ListenerMemory.NEVER;
    private long result;

    ListenerInMemory(SessionRules rules) {
        this.rules = rules;
    }

    private static final class PagesInMemory implements ActivityPages {
        private final Map<Long, Page> pages = new HashMap<>();

        @Override
        public Page get(long number) {
            return pages.get(number);
        }

        @Override
        public void put(long number, Page page) {
            pages.put(number, page);
        }

        @Override
        public void remove(long number) {
            pages.remove(number);
        }
    }

    private static final class ReceiptsInMemory implements Receipts {
        private final Set<Long> fingerprints = new HashSet<>();

        @Override
        public boolean contains(long fingerprint) {
            return fingerprints.contains(fingerprint);
        }

        @Override
        public void add(long fingerprint) {
            fingerprints.add(fingerprint);
        }

        @Override
        public void remove(long fingerprint) {
            fingerprints.remove(fingerprint);
        }
    }

    /**
     * Accepts all these events, emits what becomes due meanwhile, then everything else; returns the number of changes.
     */
    long listenTo(List<PlaybackEvent> events) {
        for (PlaybackEvent event : events) {
            newest = Math.max(newest, event.occurredAt());
            Clocks clocks = Clocks.at(newest - OUT_OF_ORDERNESS);
            ListenerSessions sessions = sessions(event.listener());
            sessions.accept(event, clocks);
            note(sessions);
            if (clocks.acceptance() >= wakeAt) {
                advance(event.listener(), clocks);
            }
        }
        advance(events.get(0).listener(), Clocks.at(Clocks.ENDED));
        return result;
    }

    private void advance(String listener, Clocks clocks) {
        ListenerSessions sessions = sessions(listener);
        List<Change> changes = sessions.advance(clocks);
        result += changes.size();
        wakeAt = ListenerMemory.NEVER;
        note(sessions);
    }

    private void note(ListenerSessions sessions) {
        wakeAt = Math.min(wakeAt, Math.min(sessions.nextOnClosingClock(), sessions.nextOnAcceptanceClock()));
    }

    private ListenerSessions sessions(String listener) {
        return new ListenerSessions(listener, memory, pages, receipts, totals, rules);
    }
}
