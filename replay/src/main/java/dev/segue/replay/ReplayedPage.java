package dev.segue.replay;

import dev.segue.adapters.web.server.CannotServe;
import dev.segue.adapters.web.server.Page;
import dev.segue.adapters.web.server.PageSettings;
import dev.segue.adapters.web.store.AlertSettings;
import dev.segue.adapters.web.store.Bounds;
import dev.segue.adapters.web.store.Memory;
import dev.segue.adapters.web.store.RulesOfListening;
import dev.segue.adapters.web.store.Topic;
import dev.segue.app.cli.CommandFailure;
import dev.segue.domain.history.TrackName;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.SessionRules;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** The dashboard of what is replayed, from memory. Only this machine can reach it. */
final class ReplayedPage implements AutoCloseable {

    /** As for the dashboard of an installation. */
    static final int USUAL_PORT = 8090;

    private static final int MOST_SESSIONS = Bounds.USUAL.sessions();

    /** Of Java's memory; the other part is for the replay itself. */
    private static final long SHARE_OF_MEMORY = 3;

    private final Memory memory;
    private final Page page;

    private ReplayedPage(Memory memory, Page page) {
        this.memory = memory;
        this.page = page;
    }

    /**
     * Serves the page, without sessions yet.
     *
     * @param port 0 for any free port
     * @throws CommandFailure when it cannot be served there
     */
    static ReplayedPage open(int port, SessionRules rules) {
        Bounds bounds = new Bounds(MOST_SESSIONS, 1, 1, 1, Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY);
        Memory memory =
                new Memory(bounds, AlertSettings.BY_DEFAULT, new RulesOfListening(rules.gapMs(), rules.listening()));
        memory.ofReplay();
        memory.reading(files(Topic.State.CATCHING_UP), null);
        try {
            return new ReplayedPage(memory, Page.serve(memory, PageSettings.onThisMachine(port)));
        } catch (CannotServe e) {
            throw new CommandFailure(e.getMessage() + " For example, --port 0 takes any free one.", e);
        }
    }

    /**
     * Changes follow.
     *
     * @param whatTracksAreCalled by their ids; thread-safe
     */
    void begin(Function<String, TrackName> whatTracksAreCalled) {
        memory.titlesAlsoFrom(whatTracksAreCalled);
    }

    /** Receives a change of a session. */
    void change(Change change) {
        memory.take(change);
    }

    /** All changes have been received. */
    void end() {
        memory.reading(files(Topic.State.LIVE), null);
    }

    /** The address of a listener on the page; of the page itself when {@code listener} is null. */
    String of(String listener) {
        return listener == null
                ? page.url()
                : page.url() + "#/listener?id=" + URLEncoder.encode(listener, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        page.close();
    }

    private static List<Topic> files(Topic.State state) {
        return List.of(new Topic("files", "sessions", state, 0, 0));
    }
}
