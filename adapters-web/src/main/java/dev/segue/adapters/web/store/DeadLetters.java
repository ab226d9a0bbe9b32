package dev.segue.adapters.web.store;

import dev.segue.domain.playback.DeadLetter;
import dev.segue.domain.playback.RejectionReason;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The latest dead letters of each reason: at most 12 reasons of {@value #MOST} letters of at most some 6 KB. */
final class DeadLetters {

    static final int MOST = 5;

    /** How many bytes of a record's value are kept. */
    static final int MOST_BYTES = 2_000;

    private static final int LONGEST_TEXT = 1_000;

    private static final String NOT_PRINTABLE = "[\\p{C}\\p{Zl}\\p{Zp}\\uFFFD]";

    private final Map<RejectionReason, Deque<Memory.Letter>> byReason = new EnumMap<>(RejectionReason.class);

    void put(DeadLetter letter, long at) {
        Deque<Memory.Letter> latest = byReason.computeIfAbsent(letter.reason(), reason -> new ArrayDeque<>());
        latest.addFirst(new Memory.Letter(
                at,
                cut(letter.origin()),
                letter.partition(),
                letter.position(),
                cut(letter.explanation()),
                letter.original() == null ? null : text(letter.original()),
                letter.original() == null ? 0 : letter.original().length));
        if (latest.size() > MOST) {
            removeOldest(latest);
        }
    }

    /** The latest first; a reason without any is absent. */
    Map<RejectionReason, List<Memory.Letter>> all() {
        Map<RejectionReason, List<Memory.Letter>> all = new EnumMap<>(RejectionReason.class);
        byReason.forEach((reason, letters) -> all.put(
                reason,
                letters.stream()
                        .sorted(Comparator.comparingLong(Memory.Letter::at).reversed())
                        .toList()));
        return all;
    }

    /** Partitions are read one after the other, so the one that was read first is not always the oldest. */
    private static void removeOldest(Deque<Memory.Letter> letters) {
        letters.removeLastOccurrence(Collections.min(letters, Comparator.comparingLong(Memory.Letter::at)));
    }

    /** What can be read of bytes that may be anything: every byte or character that cannot be printed becomes a dot. */
    private static String text(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, MOST_BYTES), StandardCharsets.UTF_8)
                .replaceAll(NOT_PRINTABLE, "·");
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…";
    }
}
