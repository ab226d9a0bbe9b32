package dev.segue.demo.screen;

import java.io.Closeable;
import java.util.List;

/** Where the demo is shown. */
public interface Screen extends Closeable {

    /** Prints a line that stays. */
    void say(String line);

    /** Shows what is being started; {@link #done} follows. */
    void starting(String what);

    /** Shows that something has started. */
    void done(String what, long tookMs);

    /** Shows the current scene; called often. */
    void show(Scene scene, List<String> addresses);

    @Override
    void close();
}
