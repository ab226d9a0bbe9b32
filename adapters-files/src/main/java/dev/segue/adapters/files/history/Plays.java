package dev.segue.adapters.files.history;

import dev.segue.adapters.files.input.InputFile;
import dev.segue.adapters.files.input.Place;
import dev.segue.domain.playback.PlaybackEvent;
import java.util.Map;

/**
 * What all histories together say about each play: its listener and its circumstances. Rows about one play become equal
 * events, so that all but one are duplicates, whichever file comes first.
 */
public final class Plays {

    /** The listener of rows without a name when no file names a listener: the person who requested the export. */
    public static final String THE_ONE_WHO_ASKED = "me";

    /** For input without histories. */
    public static final Plays NONE = new Plays(Map.of(), Map.of(), Map.of(), Map.of());

    private final Map<Place, String> listenerOfNameless;
    private final Map<String, String> spelled;
    private final Map<String, PlayTable> disputed;
    private final Map<String, MergedPlays> merged;

    /**
     * The result of a survey.
     *
     * @param listenerOfNameless for each file, the listener of its rows without a name
     * @param spelled the spelling to use for each name
     * @param disputed the plays of each listener who has plays on which rows differ
     * @param merged for each listener, which plays several services report; empty when they are not merged
     */
    Plays(
            Map<Place, String> listenerOfNameless,
            Map<String, String> spelled,
            Map<String, PlayTable> disputed,
            Map<String, MergedPlays> merged) {
        this.listenerOfNameless = Map.copyOf(listenerOfNameless);
        this.spelled = Map.copyOf(spelled);
        this.disputed = Map.copyOf(disputed);
        this.merged = Map.copyOf(merged);
    }

    /** The event with its listener's name; unchanged if the file is not a history. */
    public PlaybackEvent ofItsListener(PlaybackEvent event, InputFile file) {
        if (!file.format().isHistory()) {
            return event;
        }
        String name = event.listener();
        String listener = name.isEmpty()
                ? listenerOfNameless.getOrDefault(file.place(), THE_ONE_WHO_ASKED)
                : spelled.getOrDefault(FileSurvey.keyOf(name), name);
        return listener.equals(name) ? event : Circumstances.of(event).of(event, listener);
    }

    /**
     * The event of a known listener, as all rows together describe it; where another service's report of the same play
     * counts, the event of that one. Unchanged if the file is not a history.
     */
    public PlaybackEvent settled(PlaybackEvent event, InputFile file) {
        if (!file.format().isHistory()) {
            return event;
        }
        String listener = FileSurvey.keyOf(event.listener());
        MergedPlays services = merged.get(listener);
        PlaybackEvent counted = services == null ? event : services.counted(event);
        PlayTable plays = disputed.get(listener);
        Circumstances agreed = plays == null ? null : plays.get(FileSurvey.keyOf(counted));
        return agreed == null ? counted : agreed.of(counted, counted.listener());
    }
}
