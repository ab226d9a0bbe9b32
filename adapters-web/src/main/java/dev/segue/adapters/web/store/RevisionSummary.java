package dev.segue.adapters.web.store;

import java.util.ArrayList;
import java.util.List;

/**
 * What one revision said of a session id, in short.
 *
 * @param number those of one id count from 1
 * @param asOf the acceptance clock, in epoch milliseconds; {@link dev.segue.domain.clock.Clocks#NOT_STARTED} before any
 * @param endedAt of a superseded id, when it ended as told last
 * @param supersededBy the id that took over; null while it stands
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

    /** So that no session takes much, however often it is told. */
    public static final int MOST = 24;

    private static final RevisionState[] STATES = RevisionState.values();

    /**
     * The story of an id with one chapter more. Numbers from this one on were told by a job that has gone back to a
     * checkpoint, and are replaced.
     *
     * @param packed what was told before, or null
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
