package dev.segue.demo.screen;

import dev.segue.stack.CannotStart;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Takes one step after another, and shows how long each took. */
public final class Steps {

    private final Screen screen;
    private final StopSignal stop;

    public Steps(Screen screen, StopSignal stop) {
        this.screen = screen;
        this.stop = stop;
    }

    /** Something that takes a while. */
    public interface Step<T> {
        T take() throws CannotStart, InterruptedException;
    }

    /**
     * Takes a step.
     *
     * @param what is started, in a word or two
     * @param where its result can be found, or another remark
     * @throws InterruptedException when the demo was stopped before
     */
    public <T> T take(String what, Step<T> step, Function<T, String> where) throws CannotStart, InterruptedException {
        if (stop.given()) {
            throw new InterruptedException("the demo was stopped");
        }
        screen.starting(what);
        long begun = System.nanoTime();
        T taken = step.take();
        screen.done(what + " " + where.apply(taken), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
        return taken;
    }
}
