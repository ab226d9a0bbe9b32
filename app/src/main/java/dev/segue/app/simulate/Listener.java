package dev.segue.app.simulate;

import dev.segue.app.simulate.Upload.Kind;
import dev.segue.domain.playback.Device;
import dev.segue.domain.playback.PlaybackEvent;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** One listener through the days: sits down again and again, flies now and then, and finds forgotten devices. */
final class Listener {

    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;

    private static final double A_FLIGHT = 0.04;
    private static final double A_FORGOTTEN_DEVICE = 0.004;
    private static final double A_WRONG_CLOCK = 0.03;

    private static final double USUAL_SITTING_MS = 35.0 * MINUTE;
    private static final long SHORTEST_SITTING_MS = 2 * MINUTE;
    private static final long LONGEST_SITTING_MS = 3 * HOUR;
    private static final double USUAL_BREAK_MS = 75.0 * MINUTE;

    private final Persona who;
    private final SplittableRandom chance;
    private final Uplink uplink;
    private int sittings;
    private long next;

    /** A listener who sits down for the first time some time after {@code from}, in epoch milliseconds. */
    Listener(Persona who, SplittableRandom chance, long from) {
        this.who = who;
        this.chance = chance;
        this.uplink = new Uplink(who.name(), clockError(chance), chance);
        this.next = nextAfter(from);
    }

    /** When they sit down next, in epoch milliseconds. Nothing of it arrives earlier. */
    long sitsDownAt() {
        return next;
    }

    /** Everything that comes of the next sitting, in no particular order; the one after it is next then. */
    List<Upload> sitDown() {
        double fate = chance.nextDouble();
        if (fate < A_FLIGHT) {
            return fly();
        }
        if (fate < A_FLIGHT + A_FORGOTTEN_DEVICE) {
            return findForgottenDevice();
        }
        List<PlaybackEvent> events = sitting(who.anyDevice(chance), false, next);
        next = nextAfter(endOf(events));
        return uplink.soon(events);
    }

    /**
     * Listens on a laptop without a network, then on the phone in the taxi, and opens the laptop at home: what happened
     * first is reported last.
     */
    private List<Upload> fly() {
        List<PlaybackEvent> aboard = sitting(who.laptop(), true, next);
        long landed = endOf(aboard);
        List<PlaybackEvent> inTheTaxi =
                sitting(who.pocketDevice(), false, landed + chance.nextLong(5 * MINUTE, 40 * MINUTE));
        long home = endOf(inTheTaxi) + chance.nextLong(10 * MINUTE, 3 * HOUR);
        List<Upload> uploads = new ArrayList<>(uplink.soon(inTheTaxi));
        uploads.addAll(uplink.together(aboard, home, Kind.NEWS));
        next = nextAfter(home);
        return uploads;
    }

    /** A device that was in a drawer for days reports what it had to say then. */
    private List<Upload> findForgottenDevice() {
        long then = next - chance.nextLong(36 * HOUR, 200 * HOUR);
        List<PlaybackEvent> events = sitting(who.pocketDevice(), true, then);
        List<Upload> uploads = uplink.together(events, next, Kind.DAYS_OLD);
        next = nextAfter(next);
        return uploads;
    }

    private List<PlaybackEvent> sitting(Device device, boolean offline, long start) {
        String id = who.name() + "-" + sittings++;
        long length = Math.min(LONGEST_SITTING_MS, SHORTEST_SITTING_MS + exponential(USUAL_SITTING_MS));
        return Sitting.of(who, id, device, offline, start, length, chance);
    }

    /** Most people listen more in the evening than at night. */
    private long nextAfter(long time) {
        long candidate = time;
        do {
            candidate += MINUTE + exponential(USUAL_BREAK_MS);
        } while (chance.nextDouble() > inclination(candidate));
        return candidate;
    }

    private double inclination(long time) {
        int hour = Instant.ofEpochMilli(time).atZone(ZoneId.of(who.timeZone())).getHour();
        if (hour < 6) {
            return 0.1;
        }
        return hour < 17 ? 0.6 : 1;
    }

    private long exponential(double mean) {
        return (long) (-mean * Math.log(1 - chance.nextDouble()));
    }

    private static long endOf(List<PlaybackEvent> events) {
        return events.get(events.size() - 1).occurredAt();
    }

    /** Some clocks are hours off, either way; most are right. */
    private static long clockError(SplittableRandom chance) {
        return chance.nextDouble() < A_WRONG_CLOCK ? chance.nextLong(-30 * HOUR, 30 * HOUR) : 0;
    }
}
