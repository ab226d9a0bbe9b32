package dev.segue.benchmarks.comparison;

import dev.segue.domain.fixture.EventBuilder;
import dev.segue.domain.fixture.Times;
import dev.segue.domain.playback.PlaybackEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Arriving events of a test, and the resulting sessions as text. */
final class Arriving {

    private static final long SECOND = 1_000;

    private final List<Arrived> arrived = new ArrayList<>();

    /** An event that arrives a second after it happened. */
    Arriving soon(EventBuilder<?> event) {
        PlaybackEvent built = event.build();
        arrived.add(new Arrived(built, built.occurredAt() + SECOND));
        return this;
    }

    /** An event that arrives at a given time, as {@link Times#at} parses it. */
    Arriving at(String moment, EventBuilder<?> event) {
        arrived.add(new Arrived(event.build(), Times.at(moment)));
        return this;
    }

    /** A sessionizer's sessions of Anna, one line each: its interval, its plays, and since when it is stable. */
    List<String> by(Sessionizer sessionizer) throws Exception {
        List<Arrived> inOrder =
                arrived.stream().sorted(Comparator.comparingLong(Arrived::at)).toList();
        return sessionizer.answersTo(inOrder).stream()
                .filter(answer -> answer.listener().equals("anna"))
                .sorted(Comparator.comparingLong(Answer::startedAt).thenComparingLong(Answer::endedAt))
                .map(Arriving::inWords)
                .toList();
    }

    private static String inWords(Answer answer) {
        return time(answer.startedAt()) + " to " + time(answer.endedAt())
                + answer.plays().stream().sorted().toList() + " since " + time(answer.stoodAt());
    }

    private static String time(long moment) {
        return Instant.ofEpochMilli(moment).toString().substring(8, 16).replace("T", " ");
    }
}
