package dev.segue.domain.session;

import static java.util.Objects.requireNonNull;

import dev.segue.domain.listening.Interruptions;
import dev.segue.domain.listening.Moods;
import dev.segue.domain.listening.Runs;
import dev.segue.domain.listening.Skips;
import dev.segue.domain.listening.Stretches;
import dev.segue.domain.playback.Device;
import java.util.List;

/**
 * What the first activities of a long session add up to, so that they need not be walked again whenever it is emitted: all
 * that begin before {@code until}. Not to be changed, nor the parts of it.
 *
 * @param rules by what they were added up: see {@link SessionRules#ofTotals}
 * @param until when the first play begins that is not in it
 * @param silenceFrom activities from here on must be seen again to find the silence, though they are in it
 * @param devices each device once, in order
 * @param plays how many plays are in it
 * @param lastDevice the device of the last play
 * @param sound when its plays sounded
 * @param quietSince the end of the last sound before which all silence is in {@code interruptions}
 */
public record SessionTotals(
        String rules,
        long until,
        long silenceFrom,
        int events,
        List<String> devices,
        String country,
        String timeZone,
        Device.Type deviceType,
        int plays,
        int countedPlays,
        Skips skips,
        int deviceChanges,
        String lastDevice,
        Stretches sound,
        Runs.SoFar runs,
        Moods.Sums mood,
        long quietSince,
        Interruptions interruptions) {

    public SessionTotals {
        requireNonNull(rules, "rules");
        devices = List.copyOf(devices);
        requireNonNull(deviceType, "deviceType");
        requireNonNull(skips, "skips");
        requireNonNull(sound, "sound");
        requireNonNull(runs, "runs");
        requireNonNull(mood, "mood");
        requireNonNull(interruptions, "interruptions");
    }

    /** Those of a session that begins then, of which nothing has been added up. */
    static SessionTotals beginning(long startedAt, SessionRules rules) {
        return new SessionTotals(
                rules.ofTotals(),
                Long.MIN_VALUE,
                Long.MIN_VALUE,
                0,
                List.of(),
                null,
                null,
                Device.Type.UNKNOWN,
                0,
                0,
                Skips.NONE,
                0,
                null,
                new Stretches(),
                Runs.SoFar.NONE,
                Moods.Sums.NONE,
                startedAt,
                Interruptions.NONE);
    }

    /** Stores the totals of one session of a listener. */
    public interface Store {

        /** Those stored last; there are some. */
        SessionTotals get();

        void put(SessionTotals totals);

        void remove();
    }

    /** A store of one listener's totals on the heap. */
    public static final class OnHeap implements Store {

        private SessionTotals totals;

        @Override
        public SessionTotals get() {
            return totals;
        }

        @Override
        public void put(SessionTotals made) {
            totals = made;
        }

        @Override
        public void remove() {
            totals = null;
        }

        /** Whether there are none. */
        public boolean isEmpty() {
            return totals == null;
        }
    }
}
