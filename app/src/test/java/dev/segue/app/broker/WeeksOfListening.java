package dev.segue.app.broker;

import static dev.segue.domain.fixture.Events.aPlay;
import static dev.segue.domain.fixture.Events.aSearch;

import dev.segue.domain.fixture.Times;
import dev.segue.domain.playback.PlaybackEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * What ten listeners play each day, day by day: two tracks each, and a third that arrives out of order from a phone.
 */
public final class WeeksOfListening {

    public static final long DAY_MS = 86_400_000;

    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final int LISTENERS = 10;

    private WeeksOfListening() {}

    /** Events from the first day to the last, inclusive, counted from 0. */
    public static List<PlaybackEvent> days(int first, int last) {
        List<PlaybackEvent> events = new ArrayList<>();
        for (int day = first; day <= last; day++) {
            for (int listener = 0; listener < LISTENERS; listener++) {
                long start = start(listener, day);
                events.add(play(listener, start));
                events.add(play(listener, start + 10 * MINUTE));
                events.add(play(listener, start + 5 * MINUTE));
            }
        }
        return events;
    }

    public static String listener(int number) {
        return "listener-" + number;
    }

    /** When a listener starts to listen on a day. */
    public static long start(int listener, int day) {
        return Times.at("00:00") + day * DAY_MS + listener * 2L * HOUR;
    }

    /** An event that advances the clock of a partition to the beginning of a day. */
    public static PlaybackEvent pacer(int partition, int day) {
        return aSearch()
                .by("pacer-" + partition)
                .withId("day " + day)
                .at(Times.at("00:00") + day * DAY_MS)
                .build();
    }

    private static PlaybackEvent play(int listener, long start) {
        return aPlay().by(listener(listener))
                .withId(listener + " " + start)
                .of("song")
                .at(start)
                .lasting("3:00")
                .fromPlaylist("weekly")
                .inCountry("SE")
                .inTimeZone("Europe/Stockholm")
                .build();
    }
}
