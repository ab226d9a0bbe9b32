package dev.segue.app.config;

import java.util.List;
import java.util.function.Predicate;

/**
 * Something that must hold between settings, each of which is fine by itself.
 *
 * @param settings what it is about; it is judged only when each of them can be read
 * @param sentence what must hold, as a sentence for the person who wrote the file
 */
public record Agreement(List<Setting<?>> settings, String sentence, Predicate<Config> holds) {

    public Agreement {
        settings = List.copyOf(settings);
    }

    /** Begins an agreement between these settings. */
    public static Between between(Setting<?>... settings) {
        return sentence -> holds -> new Agreement(List.of(settings), sentence, holds);
    }

    /** An agreement that lacks its sentence. */
    public interface Between {
        Must must(String sentence);
    }

    /** An agreement that lacks its condition. */
    public interface Must {
        Agreement when(Predicate<Config> holds);
    }
}
