package dev.segue.domain.kpi;

import java.util.OptionalDouble;

/** One number of a KPI row that can be watched. */
public enum Kpi {
    /** Different listeners. */
    LISTENERS {
        @Override
        public OptionalDouble of(KpiRow row) {
            return OptionalDouble.of(row.listeners());
        }
    },
    /** Sessions. */
    SESSIONS {
        @Override
        public OptionalDouble of(KpiRow row) {
            return OptionalDouble.of(row.sessions());
        }
    },
    /** Listened time, in milliseconds. */
    LISTENED_TIME {
        @Override
        public OptionalDouble of(KpiRow row) {
            return OptionalDouble.of((double) row.listenedMs());
        }
    },
    /** Mean songs of a run. */
    SONGS_PER_RUN {
        @Override
        public OptionalDouble of(KpiRow row) {
            return share(row.songsInRuns(), row.runs());
        }
    },
    /** Share of plays that were skipped, 0 to 1. */
    SKIP_RATE {
        @Override
        public OptionalDouble of(KpiRow row) {
            return share(row.skips().quick() + row.skips().early() + row.skips().late(), row.plays());
        }
    },
    /** Share of runs that were abandoned, 0 to 1. */
    ABANDONED_RUNS {
        @Override
        public OptionalDouble of(KpiRow row) {
            return share(row.abandonedRuns(), row.runs());
        }
    };

    /** Its value in a row; empty when nothing was counted that it is a share of. */
    public abstract OptionalDouble of(KpiRow row);

    private static OptionalDouble share(int part, int whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }
}
