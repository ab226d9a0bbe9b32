package dev.segue.app.demo;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What the person at the terminal asked for.
 *
 * @param length how long the audience performs; null when until it is stopped
 * @param speed how many times as fast as the wall clock its time goes, at least 1
 * @param listeners how many there are, at least 1
 * @param kafkaPort 0 for any, as the other ports
 * @param data where the data goes, to be kept; null for a temporary directory
 */
record DemoPlan(
        Duration length, int speed, int listeners, long seed, int kafkaPort, int registryPort, int uiPort, Path data) {

    private static final Duration LONG_AGO = Duration.ofDays(30);
    private static final Duration MARGIN = Duration.ofDays(1);

    /** So far before now that the audience's time does not catch up with ours within the length. */
    Duration headStart() {
        Duration needed =
                length == null ? Duration.ZERO : length.multipliedBy(speed).plus(MARGIN);
        return needed.compareTo(LONG_AGO) > 0 ? needed : LONG_AGO;
    }
}
