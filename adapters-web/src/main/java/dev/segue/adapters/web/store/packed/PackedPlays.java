package dev.segue.adapters.web.store.packed;

import dev.segue.domain.catalogue.TrackFacts;
import dev.segue.domain.listening.Play;
import dev.segue.domain.playback.Device;
import dev.segue.domain.playback.EndReason;
import dev.segue.domain.playback.PlayContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Packs plays in order, each device and context once. Leaves out what the page does not show: event ids, play ids and
 * start reasons.
 */
public final class PackedPlays {

    private static final EndReason[] REASONS = EndReason.values();
    private static final Device.Type[] DEVICES = Device.Type.values();
    private static final String NOT_KEPT = "";

    private PackedPlays() {}

    public static byte[] pack(List<Play> plays) {
        Map<Device, Integer> devices = new LinkedHashMap<>();
        Map<PlayContext, Integer> contexts = new LinkedHashMap<>();
        for (Play play : plays) {
            devices.putIfAbsent(play.device(), devices.size());
            if (play.context() != null) {
                contexts.putIfAbsent(play.context(), contexts.size());
            }
        }
        Packer packer = new Packer().number(devices.size()).number(contexts.size());
        devices.keySet().forEach(device -> packer.word(device.type()).text(device.id()));
        contexts.keySet().forEach(context -> Parts.pack(context, packer));
        long before = 0;
        for (Play play : plays) {
            packer.number(play.startedAt() - before)
                    .number(play.endedAt() - play.startedAt())
                    .word(play.endReason())
                    .number(play.endedAt() - play.startedAt() - play.playedMs())
                    .number(devices.get(play.device()))
                    .number(play.context() == null ? -1 : contexts.get(play.context()))
                    .number(play.shuffle() == null ? 0 : (play.shuffle() ? 1 : -1))
                    .flag(play.offline())
                    .number(play.track().durationMs())
                    .number(play.track().valence())
                    .number(play.track().energy())
                    .text(play.trackId());
            before = play.startedAt();
        }
        return packer.packed();
    }

    public static List<Play> unpack(byte[] packed) {
        List<Play> plays = new ArrayList<>();
        Unpacker from = new Unpacker(packed);
        Device[] devices = new Device[from.count()];
        PlayContext[] contexts = new PlayContext[from.count()];
        for (int i = 0; i < devices.length; i++) {
            Device.Type type = from.word(DEVICES);
            devices[i] = new Device(from.text(), type);
        }
        for (int i = 0; i < contexts.length; i++) {
            contexts[i] = Parts.context(from);
        }
        long before = 0;
        while (from.hasMore()) {
            long startedAt = before + from.number();
            long endedAt = startedAt + from.number();
            EndReason reason = from.word(REASONS);
            long playedMs = endedAt - startedAt - from.number();
            Device device = devices[from.count()];
            int context = from.count();
            int shuffle = from.count();
            boolean offline = from.flag();
            TrackFacts track = new TrackFacts(from.count(), (short) from.count(), (short) from.count());
            plays.add(new Play(
                    NOT_KEPT,
                    null,
                    startedAt,
                    endedAt,
                    playedMs,
                    reason,
                    null,
                    from.text(),
                    context < 0 ? null : contexts[context],
                    device,
                    shuffle == 0 ? null : Boolean.valueOf(shuffle > 0),
                    offline,
                    track));
            before = startedAt;
        }
        return plays;
    }
}
