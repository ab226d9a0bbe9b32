package dev.segue.adapters.web.store;

import dev.segue.adapters.web.store.Memory.PartReport;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** When one job was behind or silent, as far as its reports were read; the topic holds only the latest of them. */
final class Spells {

    private static final int MOST = 500;

    private final Deque<Spell> all = new ArrayDeque<>();
    private final long since;
    private long last;

    /** From a report on that was written at this time. */
    Spells(long firstReport) {
        since = firstReport;
        last = firstReport;
    }

    /** When the first report was written, in epoch milliseconds. */
    long since() {
        return since;
    }

    List<Spell> all() {
        return List.copyOf(all);
    }

    /**
     * Adds a report.
     *
     * @param longestSilenceMs after a longer time since the last report of any part, the job was silent
     */
    void report(PartReport report, long longestSilenceMs) {
        long at = report.at();
        if (at - last > longestSilenceMs) {
            add(new Spell(Spell.Kind.SILENT, last, at, 0));
        }
        last = Math.max(last, at);
        if (report.lagMs() <= PartReport.MOST_LAG_MS) {
            return;
        }
        Spell before = all.peekLast();
        boolean goesOn =
                before != null && before.kind() == Spell.Kind.BEHIND && at - before.until() <= longestSilenceMs;
        if (goesOn) {
            all.removeLast();
        }
        add(new Spell(
                Spell.Kind.BEHIND,
                goesOn ? before.from() : at,
                goesOn ? Math.max(before.until(), at) : at,
                goesOn ? Math.max(before.lagMs(), report.lagMs()) : report.lagMs()));
    }

    private void add(Spell spell) {
        all.addLast(spell);
        if (all.size() > MOST) {
            all.removeFirst();
        }
    }
}
