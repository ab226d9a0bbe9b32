package dev.segue.domain.accounting;

import dev.segue.domain.playback.RejectionReason;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Accounts for everything that was read: {@code read = accepted + duplicate + late + rejected}, always. Each part of
 * the work may have its own part of the ledger (the reader does not know what is late); the parts add up with {@link
 * #plus}.
 *
 * @param rejected by reason; a reason that never occurred is absent
 */
public record Ledger(long read, long accepted, long duplicate, long late, Map<RejectionReason, Long> rejected) {

    public static final Ledger EMPTY = new Ledger(0, 0, 0, 0, Map.of());

    public Ledger {
        EnumMap<RejectionReason, Long> copy = new EnumMap<>(RejectionReason.class);
        copy.putAll(rejected);
        rejected = Collections.unmodifiableMap(copy);
    }

    public long rejectedInAll() {
        return rejected.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many of the rejected were beyond the limits of their listener: those are kept with the late events. */
    public long refused() {
        return rejected.getOrDefault(RejectionReason.TOO_MANY_EVENTS, 0L);
    }

    /** Whether everything that was read is accounted for. */
    public boolean balances() {
        return unaccounted() == 0;
    }

    /**
     * How much was read beyond what is accounted for. A part of the ledger may have more or less than nothing; over all
     * parts it is 0.
     */
    public long unaccounted() {
        return read - accepted - duplicate - late - rejectedInAll();
    }

    public Ledger plus(Ledger other) {
        EnumMap<RejectionReason, Long> sum = new EnumMap<>(RejectionReason.class);
        sum.putAll(rejected);
        other.rejected.forEach((reason, count) -> sum.merge(reason, count, Long::sum));
        return new Ledger(
                read + other.read, accepted + other.accepted, duplicate + other.duplicate, late + other.late, sum);
    }
}
