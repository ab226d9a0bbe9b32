package dev.segue.domain.session;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Identifies a session by its listener and the start of its first activity, so that stream, replay, restart and batch
 * give the same id.
 */
public record SessionId(String value) {

    /** The id of the session that {@code listener} began at {@code startedAt}. */
    public static SessionId of(String listener, long startedAt) {
        byte[] name = (startedAt + "\n" + listener).getBytes(StandardCharsets.UTF_8);
        return new SessionId(UUID.nameUUIDFromBytes(name).toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
