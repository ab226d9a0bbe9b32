package dev.segue.domain.playback;

import static java.util.Objects.requireNonNull;

/**
 * Where something was played.
 *
 * @param id stable per device and listener; empty when the client did not say
 */
public record Device(String id, Type type) {

    public static final Device UNKNOWN = new Device("", Type.UNKNOWN);

    public Device {
        requireNonNull(id, "id");
        requireNonNull(type, "type");
    }

    /** What kind of thing a device is. */
    public enum Type {
        PHONE,
        TABLET,
        COMPUTER,
        SPEAKER,
        TV,
        CAR,
        WATCH,
        CONSOLE,
        WEB,
        UNKNOWN
    }
}
