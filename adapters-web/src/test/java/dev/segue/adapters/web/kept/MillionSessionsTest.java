package dev.segue.adapters.web.kept;

import static dev.segue.adapters.web.fixture.ToldSession.aSessionOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.web.fixture.ToldSession;
import dev.segue.domain.playback.Device;
import dev.segue.domain.session.Change;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * How much memory a session takes, with 15 plays and three revisions as they are on average, and ids as long as real ones. With
 * {@code -Dsegue.sessions=1000000} it loads that many.
 */
class MillionSessionsTest {

    private static final int LOADED = Integer.getInteger("segue.sessions", 50_000);
    private static final int SESSIONS_OF_A_LISTENER = 5;
    private static final long FIRST = 1_700_000_000_000L;
    private static final long DAY = 86_400_000;

    /** With which a million of them fit half of a machine of 4 GB. */
    private static final long MOST_BYTES = 1_600;

    private final Random random = new Random(1);

    @Test
    void aMillionFit() {
        Memory memory = new Memory(Bounds.USUAL);
        long before = used();
        for (int i = 0; i < LOADED; i++) {
            ToldSession session = session(i);
            memory.take(session.plays(1));
            memory.take(session.told(1, Change.Status.EARLY, true));
            memory.take(session.told(2, Change.Status.EARLY, true));
            memory.take(session.told(3, Change.Status.FINAL, false));
        }
        long each = (used() - before) / LOADED;
        System.out.printf("%,d sessions take %,d bytes each%n", LOADED, each);

        assertThat(memory.sessionsKept().kept()).isEqualTo(LOADED);
        assertThat(each).isLessThan(MOST_BYTES);
    }

    private ToldSession session(int i) {
        int listener = i / SESSIONS_OF_A_LISTENER;
        ToldSession session = aSessionOf("3f9a1c7e-listener-" + listener)
                .from(FIRST + i * 1_000L + (i % SESSIONS_OF_A_LISTENER) * DAY)
                .playlist("37i9dQZEVXcQ9COmYvdajy-" + (i % 50))
                .on(Device.Type.PHONE, "b7c9e1d2f4a6-" + listener);
        int plays = 3 + random.nextInt(25);
        for (int play = 0; play < plays; play++) {
            if (random.nextInt(4) == 0) {
                session.skip(track(), 2 + random.nextInt(60));
            } else {
                session.play(track(), 120 + random.nextInt(160));
            }
        }
        return session;
    }

    private String track() {
        return random.ints(22, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
