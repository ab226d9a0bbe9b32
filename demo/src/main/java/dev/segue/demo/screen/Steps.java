package dev.segue.demo.screen;

import dev.segue.stack.CannotStart;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Takes one step after the other, and shows each with how long it took. */
public final class Steps {

    private final Screen screen;
    private final StopSignal stop;

    public Steps(Screen screen, StopSignal stop) {
        this.screen = screen;
        this.stop = stop;
    }

    /** Something that takes a while. */
    public interface Step<T> {
        public T take() throws CannotStart, InterruptedException;
    }

    /**
     * Takes a step.
     *
     * @param what is started, in a word or two
     * @param where it can be found then, or what else there is to say of it
     * @throws InterruptedException when the demo was told to stop before
     */
    public <T> T take(String what, Step<T> step, Function<T, String> where) throws CannotStart, InterruptedException {
        if (stop.given()) {
            throw new InterruptedException("told to stop");
        }
        screen.starting(what);
        long begun = System.nanoTime();
        T taken = step.take();
        screen.done(what + " " + where.apply(taken), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
        return taken;
    }
}
