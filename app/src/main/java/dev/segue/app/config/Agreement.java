package dev.segue.app.config;

import java.util.List;
import java.util.function.Predicate;

/**
 * A condition across several settings, each of which is valid by itself.
 *
 * @param settings the settings involved; the condition is checked only when each of them can be read
 * @param sentence what must hold, as a sentence for the author of the file
 */
public record Agreement(List<Setting<?>> settings, String sentence, Predicate<Config> holds) {

    public Agreement {
        settings = List.copyOf(settings);
    }

    /** Starts a condition on these settings. */
    public static Between between(Setting<?>... settings) {
        return sentence -> holds -> new Agreement(List.of(settings), sentence, holds);
    }

    /** A condition that still needs its sentence. */
    public interface Between {
        Must must(String sentence);
    }

    /** A condition that still needs its predicate. */
    public interface Must {
        Agreement when(Predicate<Config> holds);
    }
}
