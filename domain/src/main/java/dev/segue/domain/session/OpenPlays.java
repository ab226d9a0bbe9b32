package dev.segue.domain.session;

import dev.segue.domain.playback.Detail.TrackEnded;
import dev.segue.domain.playback.Detail.TrackStarted;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.session.ListenerMemory.DeviceInUse;
import java.util.List;

/**
 * Plays that have started and not ended. Each keeps its session from closing for its known duration. Its end, or any
 * later start or end on its device, releases it.
 */
final class OpenPlays {

    /** Beyond this many devices, the least recently used is dropped; nobody plays on more at once. */
    private static final int MOST_DEVICES = 16;

    private final List<DeviceInUse> devices;
    private final SessionRules rules;

    OpenPlays(List<DeviceInUse> devices, SessionRules rules) {
        this.devices = devices;
        this.rules = rules;
    }

    /** Records an accepted event. */
    void note(PlaybackEvent event) {
        boolean starts = event.detail() instanceof TrackStarted;
        if (!starts && !(event.detail() instanceof TrackEnded)) {
            return;
        }
        release(event);
        int index = indexOf(event.device().id());
        DeviceInUse before = index < 0 ? idle(event.device().id(), Long.MIN_VALUE) : devices.get(index);
        if (event.occurredAt() < before.latest()) {
            return;
        }
        long duration = starts ? Math.min(event.track().durationMs(), rules.maxPlayMs()) : 0;
        DeviceInUse now = duration > 0 ? opened(event, duration) : before.usedAt(event.occurredAt());
        if (index >= 0) {
            devices.set(index, now);
        } else {
            devices.add(now);
            forgetOne();
        }
    }

    /** Until when open plays keep the session with these bounds from closing; {@link Long#MIN_VALUE} if none does. */
    long heldUntil(long startedAt, long endedAt) {
        long until = Long.MIN_VALUE;
        for (DeviceInUse device : devices) {
            if (device.openedAt() >= startedAt && device.openedAt() <= endedAt) {
                until = Math.max(until, device.holdsUntil());
            }
        }
        return until;
    }

    private void release(PlaybackEvent event) {
        String playId = event.detail().playId();
        boolean ends = event.detail() instanceof TrackEnded;
        for (int i = 0; i < devices.size(); i++) {
            DeviceInUse device = devices.get(i);
            if (device.openedAt() == ListenerMemory.NEVER) {
                continue;
            }
            boolean itsEnd = ends && playId != null && playId.equals(device.playId());
            boolean later = device.deviceId().equals(event.device().id()) && event.occurredAt() > device.openedAt();
            if (itsEnd || later) {
                devices.set(i, idle(device.deviceId(), device.latest()));
            }
        }
    }

    private int indexOf(String deviceId) {
        for (int i = 0; i < devices.size(); i++) {
            if (devices.get(i).deviceId().equals(deviceId)) {
                return i;
            }
        }
        return -1;
    }

    private void forgetOne() {
        if (devices.size() <= MOST_DEVICES) {
            return;
        }
        int stalest = 0;
        for (int i = 1; i < devices.size(); i++) {
            if (devices.get(i).latest() < devices.get(stalest).latest()) {
                stalest = i;
            }
        }
        devices.remove(stalest);
    }

    private static DeviceInUse opened(PlaybackEvent event, long duration) {
        long at = event.occurredAt();
        return new DeviceInUse(event.device().id(), at, event.detail().playId(), at, at + duration);
    }

    private static DeviceInUse idle(String deviceId, long latest) {
        return new DeviceInUse(deviceId, latest, null, ListenerMemory.NEVER, ListenerMemory.NEVER);
    }
}
