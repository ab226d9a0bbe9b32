package dev.segue.demo.screen;

import dev.segue.app.cli.ExitCode;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jline.utils.Signals;

/** Ctrl-C or SIGTERM: the first one ends the demo in order, the next one ends the process at once. */
public final class StopSignal {

    private final CountDownLatch given = new CountDownLatch(1);

    /** Handles the process's signals from now on. */
    public static StopSignal listen() {
        StopSignal stop = new StopSignal();
        List.of("INT", "TERM").forEach(name -> Signals.register(name, stop::give));
        return stop;
    }

    public boolean given() {
        return given.getCount() == 0;
    }

    /** Waits that long, or until a signal arrives. */
    public void await(long ms) throws InterruptedException {
        given.await(ms, TimeUnit.MILLISECONDS);
    }

    private void give() {
        if (given()) {
            Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
        }
        given.countDown();
    }
}
