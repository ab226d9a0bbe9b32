package dev.segue.app.replay.format;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Reads when a play of a history ended: as ISO 8601, which is UTC when it names no offset, or as a number since the
 * epoch. What the number counts is plain from its size, since no streaming history begins before 2000 or goes on after
 * 2100.
 */
final class HistoryTime {

    private static final BigDecimal EARLIEST = seconds("2000-01-01T00:00:00Z");
    private static final BigDecimal LATEST = seconds("2100-01-01T00:00:00Z");

    /** Seconds, milliseconds, microseconds, nanoseconds: how many powers of ten each is away from seconds. */
    private static final int[] UNITS = {0, 3, 6, 9};

    private HistoryTime() {}

    /** Milliseconds since the epoch; null when {@code text} is no such time. */
    static Long of(String text) {
        Long iso = Times.ofIso(text, ZoneOffset.UTC);
        return iso == null ? ofNumber(text) : iso;
    }

    private static Long ofNumber(String text) {
        BigDecimal number;
        try {
            number = text.length() > 40 ? BigDecimal.ZERO : new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
        if (Math.abs((long) number.scale()) > 40) {
            return null;
        }
        for (int unit : UNITS) {
            BigDecimal seconds = number.movePointLeft(unit);
            if (seconds.compareTo(EARLIEST) >= 0 && seconds.compareTo(LATEST) < 0) {
                BigInteger millis = seconds.movePointRight(3)
                        .setScale(0, RoundingMode.FLOOR)
                        .unscaledValue();
                return millis.longValueExact();
            }
        }
        return null;
    }

    private static BigDecimal seconds(String time) {
        return BigDecimal.valueOf(Instant.parse(time).getEpochSecond());
    }
}
