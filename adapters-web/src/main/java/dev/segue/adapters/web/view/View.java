package dev.segue.adapters.web.view;

import dev.segue.adapters.web.store.Memory;
import java.util.Map;
import java.util.Optional;

/** The views of the page, by name. */
public enum View {
    NOW("now") {
        @Override
        public Object of(Memory memory, Map<String, String> query, long now) {
            return NowView.of(memory, now);
        }
    },
    PLAYLISTS("playlists") {
        @Override
        public Object of(Memory memory, Map<String, String> query, long now) {
            return PlaylistsView.of(memory, PlaylistsQuestion.of(query));
        }
    },
    ALERTS("alerts") {
        @Override
        public Object of(Memory memory, Map<String, String> query, long now) {
            return AlertsView.of(memory, AlertsQuestion.of(query), now);
        }
    },
    INSIGHTS("insights") {
        @Override
        public Object of(Memory memory, Map<String, String> query, long now) {
            return InsightsView.of(memory);
        }
    },
    LISTENER("listener") {
        @Override
        public Object of(Memory memory, Map<String, String> query, long now) {
            return ListenerView.of(memory, query.getOrDefault("id", ""), now);
        }
    },
    HEALTH("health") {
        @Override
        public Object of(Memory memory, Map<String, String> query, long now) {
            return HealthView.of(memory, now);
        }
    },
    /** Progress of reading, and how much is in memory: part of every view. */
    STATUS("status") {
        @Override
        public Object of(Memory memory, Map<String, String> query, long now) {
            return StatusView.of(memory, now);
        }
    };

    private final String path;

    View(String path) {
        this.path = path;
    }

    /** Its name in an address. */
    public String path() {
        return path;
    }

    public static Optional<View> at(String path) {
        for (View view : values()) {
            if (view.path.equals(path)) {
                return Optional.of(view);
            }
        }
        return Optional.empty();
    }

    /**
     * The current content, to be written as JSON.
     *
     * @param query values by name; missing or invalid ones get defaults
     * @param now the wall-clock time, in epoch milliseconds: it decides what is old
     */
    public abstract Object of(Memory memory, Map<String, String> query, long now);
}
