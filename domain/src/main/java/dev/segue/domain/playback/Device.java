package dev.segue.domain.playback;

import static java.util.Objects.requireNonNull;

/**
 * The device on which something was played.
 *
 * @param id stable per device and listener; empty when not reported
 */
public record Device(String id, Type type) {

    public static final Device UNKNOWN = new Device("", Type.UNKNOWN);

    public Device {
        requireNonNull(id, "id");
        requireNonNull(type, "type");
    }

    /** The kind of device. */
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
