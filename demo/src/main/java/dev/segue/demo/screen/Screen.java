package dev.segue.demo.screen;

import java.io.Closeable;
import java.util.List;

/** Where the demo is seen. */
public interface Screen extends Closeable {

    /** Says a line that stays. */
    void say(String line);

    /** Says what is being started; {@link #done} follows. */
    void starting(String what);

    /** Says that what was being started is there. */
    void done(String what, long tookMs);

    /** Shows how things stand now; called often. */
    void show(Scene scene, List<String> addresses);

    @Override
    void close();
}
