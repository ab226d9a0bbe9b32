package dev.segue.app.config;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The effective configuration, defaults included, with every secret masked. */
record Effective(OptionSet options, Map<String, Written> entries) {

    /** Sorted by key. */
    List<String> lines() {
        return Stream.concat(options.settings().flatMap(this::lineOf), others())
                .sorted()
                .toList();
    }

    private Stream<String> lineOf(Setting<?> setting) {
        Written written = entries.get(setting.key());
        if (written != null) {
            return Stream.of(setting.key() + ": " + (setting.secret() ? Secrets.MASK : Secrets.masked(written)));
        }
        String byDefault = setting.writtenDefault();
        return byDefault == null ? Stream.empty() : Stream.of(setting.key() + ": " + byDefault + " (default)");
    }

    /** What is passed through, and what has a name. */
    private Stream<String> others() {
        return entries.values().stream()
                .filter(written ->
                        options.settings().noneMatch(setting -> setting.key().equals(written.key())))
                .map(written -> written.key() + ": " + Secrets.masked(written));
    }
}
