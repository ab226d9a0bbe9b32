package dev.segue.adapters.files.history;

import dev.segue.adapters.files.input.InputFile;
import dev.segue.adapters.files.input.Place;
import dev.segue.domain.playback.PlaybackEvent;
import java.util.Map;

/**
 * What all histories together say of each play: whose it is, and in which circumstances. Rows about one play become equal
 * events, so that all but one are duplicates, whichever file comes first.
 */
public final class Plays {

    /** The listener of rows that name nobody, where nobody is named anywhere: whoever asked for the export. */
    public static final String THE_ONE_WHO_ASKED = "me";

    /** Of no history at all. */
    public static final Plays NONE = new Plays(Map.of(), Map.of(), Map.of());

    private final Map<Place, String> listenerOfNameless;
    private final Map<String, String> spelled;
    private final Map<String, PlayTable> disputed;

    /**
     * What a survey has found.
     *
     * @param listenerOfNameless whose the rows of a file are that name nobody
     * @param spelled each name as it is to be written
     * @param disputed the plays of those listeners about whose plays rows differ
     */
    Plays(Map<Place, String> listenerOfNameless, Map<String, String> spelled, Map<String, PlayTable> disputed) {
        this.listenerOfNameless = Map.copyOf(listenerOfNameless);
        this.spelled = Map.copyOf(spelled);
        this.disputed = Map.copyOf(disputed);
    }

    /** The event, known to be its listener's; of a file that is no history, the same. */
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

    /** The event of a known listener, as all rows together tell of it; of a file that is no history, the same. */
    public PlaybackEvent settled(PlaybackEvent event, InputFile file) {
        PlayTable plays = file.format().isHistory() ? disputed.get(FileSurvey.keyOf(event.listener())) : null;
        Circumstances agreed = plays == null ? null : plays.get(FileSurvey.keyOf(event));
        return agreed == null ? event : agreed.of(event, event.listener());
    }
}
