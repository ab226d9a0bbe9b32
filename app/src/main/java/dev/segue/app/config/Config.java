package dev.segue.app.config;

import dev.segue.adapters.kafka.secret.References;
import dev.segue.adapters.kafka.secret.Secret;
import dev.segue.domain.accounting.Sentence;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A configuration that was validated as a whole; every setting in it can be read. */
public final class Config {

    private final OptionSet options;
    private final Map<String, Written> entries;
    private final List<Problem> warnings;

    Config(OptionSet options, Map<String, Written> entries) {
        this(options, entries, List.of());
    }

    private Config(OptionSet options, Map<String, Written> entries, List<Problem> warnings) {
        this.options = options;
        this.entries = entries;
        this.warnings = List.copyOf(warnings);
    }

    /** This configuration, with these warnings. */
    Config warning(List<Problem> of) {
        return new Config(options, entries, of);
    }

    /**
     * Reads a YAML file.
     *
     * @param environment the variables for <code>${ENV:NAME}</code>; <code>${FILE:/path}</code> is a file of this machine
     * @throws InvalidConfig with everything that is wrong with it
     */
    public static Config read(Path file, OptionSet options, Map<String, String> environment) {
        ConfigFile read = new ConfigFile(textOf(file), new References(environment));
        if (!read.hasKeys()) {
            throw new InvalidConfig(file.toString(), read.problems());
        }
        return new Judgement(options, read.entries(), read.problems()).passed(file.toString());
    }

    /**
     * Takes keys and values from a program.
     *
     * @throws InvalidConfig with everything that is wrong with them
     */
    public static Config of(Map<String, String> texts, OptionSet options) {
        Map<String, Written> entries = new LinkedHashMap<>();
        texts.forEach((key, text) -> entries.put(key, new Written(key, text, text, 0)));
        return new Judgement(options, entries, List.of()).passed("the program");
    }

    private static String textOf(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw unreadable(file, "There is no such file.");
        } catch (MalformedInputException e) {
            throw unreadable(file, "It is not UTF-8 text.");
        } catch (IOException e) {
            throw unreadable(file, Sentence.ended("It cannot be read: " + e.getMessage()));
        }
    }

    private static InvalidConfig unreadable(Path file, String sentence) {
        return new InvalidConfig(file.toString(), List.of(new Problem(0, sentence)));
    }

    /** The value of a setting that is required or has a default. */
    public <T> T get(Setting<T> setting) {
        return find(setting).orElseThrow(() -> new IllegalArgumentException(setting.key() + " is optional: use find"));
    }

    /** The value of an optional setting. */
    public <T> Optional<T> find(Setting<T> setting) {
        requireKnown(setting);
        Written written = entries.get(setting.key());
        return written == null ? Optional.ofNullable(setting.byDefault()) : Optional.of(setting.read(written.value()));
    }

    /** The entries that are passed through, by the library's own keys. */
    public Map<String, String> passedThrough(PassThrough through) {
        Map<String, String> found = new TreeMap<>();
        entries.forEach((key, written) -> {
            if (through.covers(key) && written.isKnown()) {
                found.put(through.inner(key), written.value());
            }
        });
        return found;
    }

    /** The same, but secrets keep their references, for a library that resolves them where it runs. */
    public Map<String, String> passedThroughWithReferences(PassThrough through) {
        Map<String, String> found = new TreeMap<>(passedThrough(through));
        found.replaceAll((inner, value) -> {
            Written written = entries.get(through.prefix() + inner);
            return Secrets.isIn(written) ? written.text() : value;
        });
        return found;
    }

    /** The value of a secret setting with its references, to be resolved where it is needed; empty if omitted. */
    public Optional<Secret> secret(Setting<String> setting) {
        requireKnown(setting);
        return Optional.ofNullable(entries.get(setting.key())).map(written -> new Secret(written.text()));
    }

    /** The names that have entries, in alphabetical order. */
    public Set<String> names(NamedOptions of) {
        return of.byName(entries).keySet();
    }

    /** The configuration of one name; without entries, it consists of defaults. */
    public Config named(String name, NamedOptions of) {
        return new Config(of.options().apply(name), of.byName(entries).getOrDefault(name, Map.of()));
    }

    /** What may be wrong although the configuration can be used; in the order of the file. */
    public List<Problem> warnings() {
        return warnings;
    }

    /** The effective configuration, defaults included, one line per key, with secrets masked. */
    public List<String> effective() {
        return new Effective(options, entries).lines();
    }

    private void requireKnown(Setting<?> setting) {
        if (options.settings().noneMatch(known -> known == setting)) {
            throw new IllegalArgumentException(setting.key() + " was never validated: add it to the job's options");
        }
    }
}
