package dev.segue.adapters.web.view;

import dev.segue.adapters.web.store.Memory;
import java.util.Map;
import java.util.Optional;

/** What the page can be asked for, by name. */
public enum View {
    NOW("now") {
        @Override
        public Object of(Memory memory, Map<String, String> query, long now) {
            return NowView.of(memory);
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
            return AlertsView.of(memory);
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
    /** How reading goes and what is kept: what every view says of itself. */
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
     * What it shows now, to be written as JSON.
     *
     * @param query by name; what is missing or makes no sense is as if it had not been asked
     * @param now the time of this world, in epoch milliseconds: it decides what is old
     */
    public abstract Object of(Memory memory, Map<String, String> query, long now);
}
