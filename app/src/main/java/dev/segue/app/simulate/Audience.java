package dev.segue.app.simulate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * Many listeners at once: everything that their clients report, in the order of arrival, without an end. The same seed,
 * size and beginning give the same audience.
 */
public final class Audience {

    private record InTurn(long order, Upload upload) {}

    private final PriorityQueue<Listener> atRest = new PriorityQueue<>(Comparator.comparingLong(Listener::sitsDownAt));
    private final PriorityQueue<InTurn> underway = new PriorityQueue<>(
            Comparator.<InTurn>comparingLong(turn -> turn.upload.arrivesAt()).thenComparingLong(InTurn::order));
    private final MusicShelf shelf;
    private long sent;

    private Audience(MusicShelf shelf, List<Listener> listeners) {
        this.shelf = shelf;
        this.atRest.addAll(listeners);
    }

    /**
     * Invents an audience.
     *
     * @param size how many listeners, at least 1
     * @param beginning before which nobody has sat down, in epoch milliseconds
     */
    public static Audience invented(long seed, int size, long beginning) {
        if (size < 1) {
            throw new IllegalArgumentException("an audience needs at least 1 listener, but has " + size);
        }
        SplittableRandom chance = new SplittableRandom(seed);
        MusicShelf shelf = MusicShelf.invented(chance.nextLong());
        List<Listener> listeners = new ArrayList<>();
        for (int number = 0; number < size; number++) {
            SplittableRandom own = chance.split();
            listeners.add(new Listener(Persona.invented(number, shelf, own), own, beginning));
        }
        return new Audience(shelf, listeners);
    }

    /** What they listen to. */
    MusicShelf shelf() {
        return shelf;
    }

    /** What reaches the server next. */
    Upload next() {
        while (underway.isEmpty()
                || atRest.peek().sitsDownAt() <= underway.peek().upload().arrivesAt()) {
            Listener listener = atRest.remove();
            for (Upload upload : listener.sitDown()) {
                underway.add(new InTurn(sent++, upload));
            }
            atRest.add(listener);
        }
        return underway.remove().upload();
    }
}
