package dev.segue.domain.merge;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Finds plays of one listener that several services report. Two plays from different services are one when they can be
 * {@link Song#canBe the same song} and start at most {@link #TOLERANCE_MS} apart. In order of their starts, each play
 * joins the earliest such play that its service does not report yet. Of the plays that are one, the first with a known
 * played time counts; if none has one, the first.
 */
public final class ServiceMerge {

    /** 2 minutes: services stamp the start of a play by different clocks, and some to the minute. */
    public static final long TOLERANCE_MS = 2 * 60_000;

    /** The most plays of one song, all within the tolerance, among which a play is looked for; more are not merged. */
    private static final int MOST_OPEN = 100;

    private ServiceMerge() {}

    /**
     * A play as one service reports it.
     *
     * @param id of the play at its service; gives plays that are otherwise alike an order
     * @param startedAt in milliseconds since the epoch
     * @param hasPlayedTime whether the service says for how long it sounded
     */
    public record Reported(String service, String id, Song song, long startedAt, boolean hasPlayedTime) {

        private static final Comparator<Reported> ORDER = Comparator.comparingLong(Reported::startedAt)
                .thenComparing(Reported::service)
                .thenComparing(Reported::id);

        public Reported {
            requireNonNull(service, "service");
            requireNonNull(id, "id");
            requireNonNull(song, "song");
        }
    }

    /**
     * For each play, the index of the play that counts in its place; its own if it counts. The order of {@code plays}
     * does not matter.
     *
     * @param plays of one listener, each reported once per service
     */
    public static int[] counting(List<Reported> plays) {
        Integer[] inOrder = new Integer[plays.size()];
        Arrays.setAll(inOrder, i -> i);
        Arrays.sort(inOrder, Comparator.comparing(plays::get, Reported.ORDER));
        int[] counting = new int[plays.size()];
        Deque<OnePlay> open = new ArrayDeque<>();
        for (int index : inOrder) {
            Reported play = plays.get(index);
            while (!open.isEmpty()
                    && (open.size() >= MOST_OPEN
                            || play.startedAt() - open.peekFirst().startedAt() > TOLERANCE_MS)) {
                open.removeFirst().settle(counting);
            }
            OnePlay one = open.stream()
                    .filter(candidate -> candidate.takes(play))
                    .findFirst()
                    .orElse(null);
            if (one == null) {
                one = new OnePlay(plays);
                open.addLast(one);
            }
            one.add(index);
        }
        open.forEach(one -> one.settle(counting));
        return counting;
    }

    /** Plays that are one, in order. */
    private static final class OnePlay {
        private final List<Reported> plays;
        private final List<Integer> members = new ArrayList<>(2);

        OnePlay(List<Reported> plays) {
            this.plays = plays;
        }

        long startedAt() {
            return plays.get(members.get(0)).startedAt();
        }

        boolean takes(Reported play) {
            return members.stream()
                    .map(plays::get)
                    .allMatch(member -> !member.service().equals(play.service())
                            && member.song().canBe(play.song()));
        }

        void add(int index) {
            members.add(index);
        }

        void settle(int[] counting) {
            int first = members.stream()
                    .filter(index -> plays.get(index).hasPlayedTime())
                    .findFirst()
                    .orElse(members.get(0));
            members.forEach(index -> counting[index] = first);
        }
    }
}
