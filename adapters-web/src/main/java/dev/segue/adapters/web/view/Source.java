package dev.segue.adapters.web.view;

import dev.segue.adapters.web.store.Memory;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** A kind of data, and the chain of jobs behind it: if one of them is behind, so is the output of all later ones. */
enum Source {
    SESSIONS(Memory.Kind.SESSIONS),
    SIGNALS(Memory.Kind.SIGNALS),
    KPIS(Memory.Kind.KPIS),
    INCIDENTS(Memory.Kind.INCIDENTS);

    private static final List<String> PIPELINE = List.of("sessions", "signals", "playlists", "alerts");

    private final Memory.Kind kind;

    Source(Memory.Kind kind) {
        this.kind = kind;
    }

    /** Sorts jobs by what they read: a job comes after those whose output it reads, and one that is not Segue's comes last. */
    static int placeInPipeline(String job) {
        int place = PIPELINE.indexOf(job);
        return place < 0 ? PIPELINE.size() : place;
    }

    /** First the job that writes it, then the job whose output that one reads, and so on. */
    private List<String> jobs() {
        return switch (this) {
            case SESSIONS -> List.of("sessions");
            case SIGNALS -> List.of("signals");
            case KPIS -> List.of("playlists", "sessions");
            case INCIDENTS -> List.of("alerts", "playlists", "sessions");
        };
    }

    /**
     * How current the data is.
     *
     * @param asOf its event time, in epoch milliseconds; null if there is no data
     * @param held the job that holds it up most: its own if none is behind
     */
    record Fresh(Long asOf, Freshness held) {}

    Fresh fresh(Memory memory, Map<String, Freshness> byJob) {
        Freshness own = of(jobs().get(0), byJob);
        Freshness worst = jobs().stream()
                .map(job -> of(job, byJob))
                .filter(Freshness::isHeldUp)
                .max(Comparator.comparing(Freshness::state))
                .orElse(own);
        Long newest = StatusView.timeOrNull(memory.clock(kind));
        return new Fresh(later(newest, own.clock()), worst);
    }

    private static Freshness of(String job, Map<String, Freshness> byJob) {
        return byJob.getOrDefault(job, new Freshness(job, Freshness.State.UNKNOWN, null, null, null, null));
    }

    private static Long later(Long one, Long other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Math.max(one, other);
    }
}
