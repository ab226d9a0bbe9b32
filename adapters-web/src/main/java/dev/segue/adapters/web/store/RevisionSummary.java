package dev.segue.adapters.web.store;

import dev.segue.adapters.web.store.packed.Packer;
import dev.segue.adapters.web.store.packed.Unpacker;
import java.util.ArrayList;
import java.util.List;

/**
 * A summary of one revision of a session id.
 *
 * @param number counts from 1 for each id
 * @param asOf the acceptance clock, in epoch milliseconds; {@link dev.segue.domain.clock.Clocks#NOT_STARTED} before any
 * @param endedAt for a superseded id, its end in the revision before
 * @param supersededBy the id that superseded it; null while it is current
 */
public record RevisionSummary(
        int number,
        RevisionState state,
        boolean open,
        long asOf,
        long startedAt,
        long endedAt,
        int plays,
        int skips,
        long listenedMs,
        String supersededBy) {

    /** Limits the memory that a session with many revisions takes. */
    public static final int MOST = 24;

    private static final RevisionState[] STATES = RevisionState.values();

    /**
     * Appends a revision. Earlier ones with the same or a greater number were written before the job was restored from
     * a checkpoint, and are replaced.
     *
     * @param packed the revisions before, or null
     */
    static byte[] append(byte[] packed, RevisionSummary added) {
        List<RevisionSummary> story = new ArrayList<>(unpack(packed));
        story.removeIf(earlier -> earlier.number >= added.number);
        story.add(added);
        Packer packer = new Packer();
        story.subList(Math.max(0, story.size() - MOST), story.size()).forEach(chapter -> chapter.pack(packer));
        return packer.packed();
    }

    /** Oldest first; empty for null. */
    static List<RevisionSummary> unpack(byte[] packed) {
        List<RevisionSummary> story = new ArrayList<>();
        if (packed != null) {
            Unpacker unpacker = new Unpacker(packed);
            while (unpacker.hasMore()) {
                story.add(unpack(unpacker));
            }
        }
        return story;
    }

    private void pack(Packer packer) {
        packer.number(number)
                .word(state)
                .flag(open)
                .number(startedAt)
                .number(endedAt - startedAt)
                .number(asOf)
                .number(plays)
                .number(skips)
                .number(listenedMs)
                .text(supersededBy);
    }

    private static RevisionSummary unpack(Unpacker from) {
        int number = from.count();
        RevisionState state = from.word(STATES);
        boolean open = from.flag();
        long startedAt = from.number();
        long endedAt = startedAt + from.number();
        return new RevisionSummary(
                number,
                state,
                open,
                from.number(),
                startedAt,
                endedAt,
                from.count(),
                from.count(),
                from.number(),
                from.text());
    }
}
