package dev.segue.simulator;

import static dev.segue.domain.signal.ListenerNow.listener;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.kafka.catalogue.MoodMap;
import dev.segue.domain.catalogue.TrackFacts;
import dev.segue.domain.listening.Mood;
import dev.segue.domain.listening.Mood.Quadrant;
import dev.segue.domain.playback.Detail;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.signal.ListenerNow;
import dev.segue.domain.signal.SignalRules;
import dev.segue.domain.signal.now.Signal;
import dev.segue.domain.signal.now.Signal.Heading;
import dev.segue.domain.signal.now.Signal.NextSong;
import dev.segue.simulator.audience.Audience;
import dev.segue.simulator.audience.Scenario;
import dev.segue.simulator.audience.Story;
import dev.segue.simulator.audience.Upload.Report;
import dev.segue.simulator.audience.Wanderer;
import dev.segue.simulator.music.Song;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The simulated listener whose mood changes, as seen in signals: they follow him from one mood to the other. */
class ChangingMoodTest {

    private static final long BEGINNING = Instant.parse("2026-10-24T22:00:00Z").toEpochMilli();
    private static final long FOUR_HOURS = 4 * 3_600_000L;

    private final MoodMap catalogue = new MoodMap();

    /** After each of the twenty songs of one evening: ten calm ones, then ten lively ones. */
    private final List<Signal> signals = new ArrayList<>();

    private Signal afterCalm;
    private Signal afterLively;

    @BeforeEach
    void receiveAnEvening() {
        Scenario scenario = new Scenario(1, 1, BEGINNING, BEGINNING + FOUR_HOURS, Set.of(), 4)
                .withStories(Set.of(Story.CHANGING_MOOD));
        Audience audience = Audience.of(scenario, planned -> {});
        for (Song song : audience.shelf().songs()) {
            catalogue.put(song.id(), song.artistId(), factsOf(song));
        }
        ListenerNow milo = listener(SignalRules.DEFAULT, catalogue);
        for (var next = audience.next(); next.isPresent(); next = audience.next()) {
            if (next.get() instanceof Report report && report.listener().equals(Wanderer.NAME)) {
                receive(report.event(), milo);
            }
        }
        assertThat(signals).hasSize(20);
        afterCalm = signals.get(9);
        afterLively = signals.get(19);
    }

    @Test
    void the_mood_of_his_signals_goes_from_calm_to_lively() {
        assertThat(afterCalm.mood()).isEqualTo(new Mood(Quadrant.CALM, 684, 249, 1_000));
        assertThat(afterCalm.heading()).isEqualTo(new Heading(768, 153));
        assertThat(afterLively.mood()).isEqualTo(new Mood(Quadrant.HAPPY, 697, 722, 1_000));
        assertThat(afterLively.heading()).isEqualTo(new Heading(597, 970));
    }

    @Test
    void their_heading_turns_with_the_first_lively_song_that_he_does_not_skip() {
        assertThat(signals.subList(9, 12))
                .extracting(Signal::heading)
                .containsExactly(new Heading(768, 153), new Heading(768, 153), new Heading(890, 646));
        assertThat(signals.subList(9, 12)).extracting(Signal::skipStreak).containsExactly(0, 1, 0);
    }

    @Test
    void the_next_songs_go_with_him() {
        assertThat(afterCalm.nextSongs()).hasSize(10);
        assertThat(moodsOf(afterCalm))
                .allSatisfy(mood -> assertThat(mood.valence()).isBetween((short) 719, (short) 819))
                .allSatisfy(mood -> assertThat(mood.energy()).isBetween((short) 127, (short) 210));
        assertThat(afterLively.nextSongs()).hasSize(10);
        assertThat(moodsOf(afterLively))
                .allSatisfy(mood -> assertThat(mood.valence()).isBetween((short) 489, (short) 681))
                .allSatisfy(mood -> assertThat(mood.energy()).isBetween((short) 851, (short) 938));
    }

    private List<TrackFacts> moodsOf(Signal signal) {
        return signal.nextSongs().stream()
                .map(NextSong::trackId)
                .map(catalogue::factsOf)
                .toList();
    }

    private void receive(PlaybackEvent event, ListenerNow milo) {
        String track = event.detail().trackId();
        Signal signal = milo.receives(track == null ? event : event.enrichedWith(catalogue.factsOf(track)));
        if (event.detail() instanceof Detail.TrackEnded) {
            signals.add(signal);
        }
    }

    private static TrackFacts factsOf(Song song) {
        return TrackFacts.of(song.durationMs(), song.valence(), song.energy());
    }
}
