package dev.segue.app.config;

/**
 * One problem in a configuration.
 *
 * @param line its line in the file, from 1; 0 when it has none, because something is missing
 * @param sentence which key, what was found, and what is expected
 */
public record Problem(int line, String sentence) {

    static Problem missing(Setting<?> setting) {
        return new Problem(0, setting.key() + " is missing; expected " + setting.expected() + ".");
    }

    @Override
    public String toString() {
        return line > 0 ? "line " + line + ": " + sentence : sentence;
    }
}
