package dev.segue.adapters.kafka.codec;

import dev.segue.contracts.ContextType;
import dev.segue.contracts.DeviceType;
import dev.segue.contracts.EndReason;
import dev.segue.contracts.MoodQuadrant;
import dev.segue.domain.clock.Clocks;
import dev.segue.domain.kpi.KpiWindow;
import dev.segue.domain.listening.Mood;
import dev.segue.domain.listening.Mood.Quadrant;
import dev.segue.domain.listening.Skips;
import dev.segue.domain.playback.Device;
import dev.segue.domain.playback.PlayContext;
import dev.segue.domain.playback.RejectionReason;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;

/** Parts that several messages share, to and from the domain. */
final class Parts {

    static final SameNames<DeviceType, Device.Type> DEVICE_TYPES =
            new SameNames<>(DeviceType.class, Device.Type.class, Device.Type.UNKNOWN);

    static final SameNames<EndReason, dev.segue.domain.playback.EndReason> END_REASONS = new SameNames<>(
            EndReason.class, dev.segue.domain.playback.EndReason.class, dev.segue.domain.playback.EndReason.UNKNOWN);

    private static final SameNames<ContextType, PlayContext.Type> CONTEXT_TYPES =
            new SameNames<>(ContextType.class, PlayContext.Type.class, PlayContext.Type.UNKNOWN);

    private static final SameNames<MoodQuadrant, Quadrant> QUADRANTS =
            new SameNames<>(MoodQuadrant.class, Quadrant.class, Quadrant.UNKNOWN);

    private static final Mood NO_MOOD = new Mood(Quadrant.UNKNOWN, 0, 0, 0);

    private static final double WHOLE = 1000;

    private Parts() {}

    /** Null for null. */
    static PlayContext toDomain(dev.segue.contracts.PlayContext context) {
        return context == null
                ? null
                : new PlayContext(CONTEXT_TYPES.toDomain(context.getType()), context.getId(), context.getEdition());
    }

    /** Null for null. */
    static dev.segue.contracts.PlayContext toContract(PlayContext context) {
        return context == null
                ? null
                : new dev.segue.contracts.PlayContext(
                        CONTEXT_TYPES.toContract(context.type()), context.id(), context.edition());
    }

    /** Null for null. */
    static Instant instant(Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    /** Null for null. */
    static Long millis(Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    /** {@link Clocks#NOT_STARTED} for null. */
    static long clock(Instant instant) {
        return instant == null ? Clocks.NOT_STARTED : instant.toEpochMilli();
    }

    /** Null if the clock has not started. */
    static Instant clock(long time) {
        return time == Clocks.NOT_STARTED ? null : Instant.ofEpochMilli(time);
    }

    static Skips toDomain(dev.segue.contracts.Skips skips) {
        return new Skips(skips.getQuick(), skips.getEarly(), skips.getLate());
    }

    static dev.segue.contracts.Skips toContract(Skips skips) {
        return new dev.segue.contracts.Skips(skips.quick(), skips.early(), skips.late());
    }

    /** An unknown mood for null. */
    static Mood toDomain(dev.segue.contracts.Mood mood) {
        return mood == null
                ? NO_MOOD
                : new Mood(
                        QUADRANTS.toDomain(mood.getQuadrant()),
                        thousandths(mood.getValence()),
                        thousandths(mood.getEnergy()),
                        thousandths(mood.getConfidence()));
    }

    static dev.segue.contracts.Mood toContract(Mood mood) {
        boolean known = mood.quadrant() != Quadrant.UNKNOWN;
        return new dev.segue.contracts.Mood(
                QUADRANTS.toContract(mood.quadrant()),
                known ? share(mood.valence()) : null,
                known ? share(mood.energy()) : null,
                share(mood.confidence()));
    }

    /**
     * The key of a record as text.
     *
     * @throws UnusableRecord for null
     */
    static String key(byte[] key) throws UnusableRecord {
        if (key == null) {
            throw new UnusableRecord(RejectionReason.UNREADABLE, "The record has neither a key nor a value.");
        }
        return new String(key, StandardCharsets.UTF_8);
    }

    /**
     * What local clocks showed, from text.
     *
     * @throws DateTimeException when it is no time, or none at which an event can have occurred: readers calculate with it
     */
    static LocalDateTime localTime(String text) {
        LocalDateTime time = LocalDateTime.parse(text);
        if (time.getYear() < KpiWindow.FIRST_YEAR || time.getYear() > KpiWindow.LAST_YEAR) {
            throw new DateTimeException("out of range: " + text);
        }
        return time;
    }

    /** A share from 0 to 1, from thousandths. */
    static double share(int thousandths) {
        return thousandths / WHOLE;
    }

    /** Thousandths, 0 to 1000, from a share; one out of range counts as the nearest that is in it, null as 0. */
    static int thousandths(Double share) {
        return share == null ? 0 : (int) Math.round(Math.max(0, Math.min(1, share)) * WHOLE);
    }
}
