package dev.segue.app.forget;

import dev.segue.app.cli.CommandFailure;
import dev.segue.app.cli.Terminal;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Waits for one thing after the other up to a common deadline, and says now and then what for. */
final class Patience {

    private static final long BETWEEN_LOOKS_MS = 200;
    private static final long BETWEEN_WORDS_NS = TimeUnit.SECONDS.toNanos(10);

    private final Terminal terminal;
    private final long deadline;
    private long speakAt = System.nanoTime();

    /** Looks at what is waited for. */
    @FunctionalInterface
    interface Look {

        /** What is waited for, in a sentence; empty when nothing is any more. */
        Optional<String> look() throws Exception;
    }

    Patience(Duration within, Terminal terminal) {
        this.terminal = terminal;
        this.deadline = System.nanoTime() + within.toNanos();
    }

    /**
     * Looks again and again until nothing is waited for.
     *
     * @throws CommandFailure with what was still waited for at the deadline
     */
    void await(Look look) throws Exception {
        Optional<String> awaited = look.look();
        while (awaited.isPresent()) {
            if (System.nanoTime() - deadline > 0) {
                throw new CommandFailure("Gave up. " + awaited.get()
                        + " Nothing is lost: run the same command again, with a longer --within if need be.");
            }
            if (System.nanoTime() - speakAt >= 0) {
                terminal.note(awaited.get());
                speakAt = System.nanoTime() + BETWEEN_WORDS_NS;
            }
            Thread.sleep(BETWEEN_LOOKS_MS);
            awaited = look.look();
        }
    }
}
