package dev.segue.app.config;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Validates a configuration as a whole, so that its author sees all problems at once. */
final class Judgement {

    private final OptionSet options;
    private final Map<String, Written> entries;
    private final List<Problem> problems;
    private final List<Problem> warnings = new ArrayList<>();
    private final Set<Setting<?>> unusable = new HashSet<>();

    Judgement(OptionSet options, Map<String, Written> entries, List<Problem> found) {
        this.options = options;
        this.entries = entries;
        this.problems = new ArrayList<>(found);
    }

    /** The configuration, if nothing is wrong with it. */
    Config passed(String source) {
        Config config = judged();
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparing(problem -> problem.line() == 0 ? Integer.MAX_VALUE : problem.line()));
            throw new InvalidConfig(source, problems);
        }
        warnings.sort(Comparator.comparing(Problem::line));
        return config.warning(warnings);
    }

    /** Collects the problems and warnings. The configuration can be read only if there are no problems. */
    private Config judged() {
        entries.values().forEach(this::judgeKey);
        options.settings().forEach(this::judgeValue);
        options.named().forEach(this::judgeNamed);
        Config config = new Config(options, entries);
        options.agreements().forEach(agreement -> judge(agreement, config));
        return config;
    }

    private void judgeKey(Written written) {
        String key = written.key();
        if (!options.knows(key)) {
            problems.add(new Problem(written.line(), key + strange(key)));
        }
        options.passThroughs().filter(through -> through.covers(key)).forEach(through -> {
            String instead = through.taken().get(through.inner(key));
            if (instead != null) {
                problems.add(new Problem(written.line(), key + " cannot be set here: " + instead + "."));
            } else if (options.settings().noneMatch(setting -> setting.key().equals(key))) {
                judgePassedThrough(written, through);
            }
        });
    }

    private String strange(String key) {
        List<String> owners = options.ownersOf(key);
        if (!owners.isEmpty()) {
            return " is a key of " + inWords(owners) + ", not of " + options.reader()
                    + ". Remove it here, or put it in a separate file.";
        }
        return " is not a key of " + options.reader() + "." + hint(options.meantBy(key));
    }

    private void judgePassedThrough(Written written, PassThrough through) {
        String key = through.inner(written.key());
        Vocabulary library = through.vocabulary();
        if (!library.mayKnow(key)) {
            Optional<String> meant = Nearest.to(key, library.keys()).map(nearest -> through.prefix() + nearest);
            warn(written, " is passed on as it is, but is not a setting that this version knows." + hint(meant));
        } else if (written.isKnown()) {
            String expected = library.expected(key, written.value());
            String doubt = expected == null ? library.doubt(key, written.value()) : null;
            if (expected != null) {
                problems.add(new Problem(
                        written.line(),
                        written.key() + ": found '" + Secrets.masked(written) + "', expected " + expected + "."));
            } else if (doubt != null) {
                warn(written, doubt);
            }
        }
    }

    private void warn(Written written, String sentence) {
        warnings.add(new Problem(written.line(), written.key() + sentence));
    }

    private static String hint(Optional<String> meant) {
        return meant.map(key -> " Did you mean " + key + "?").orElse("");
    }

    private static String inWords(List<String> all) {
        int last = all.size() - 1;
        return last == 0 ? all.get(0) : String.join(", ", all.subList(0, last)) + " and " + all.get(last);
    }

    /** Sentences about a name start with a key as declared, so the prefix and the name complete it. */
    private void judgeNamed(NamedOptions named) {
        named.byName(entries).forEach((name, own) -> {
            Judgement judgement = new Judgement(named.options().apply(name), own, List.of());
            judgement.judged();
            judgement.problems.forEach(problem ->
                    problems.add(new Problem(problem.line(), named.prefix() + name + "." + problem.sentence())));
        });
    }

    private <T> void judgeValue(Setting<T> setting) {
        Written written = entries.get(setting.key());
        if (written == null) {
            if (options.requires(setting)) {
                problems.add(Problem.missing(setting));
                unusable.add(setting);
            }
        } else if (!written.isKnown()) {
            // Already reported: a variable is not set, or a file does not exist.
            unusable.add(setting);
        } else if (!isAllowed(setting, written)) {
            problems.add(new Problem(written.line(), setting.key() + ": " + fault(setting, written)));
            unusable.add(setting);
        }
    }

    private static String fault(Setting<?> setting, Written written) {
        String slip = setting.slipIn(written.value());
        if (slip != null) {
            return written.isFromElsewhere()
                    ? "the value of " + written.text() + " has no unit. Write it like 15min, 15s or 15ms."
                    : slip;
        }
        String found = setting.secret() ? "" : "found '" + Secrets.masked(written) + "', ";
        return found + "expected " + setting.expected() + ".";
    }

    private static <T> boolean isAllowed(Setting<T> setting, Written written) {
        try {
            return setting.allows(setting.read(written.value()));
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            return false;
        }
    }

    private void judge(Agreement agreement, Config config) {
        if (agreement.settings().stream().anyMatch(unusable::contains)) {
            return;
        }
        if (!agreement.holds().test(config)) {
            problems.add(new Problem(firstLineOf(agreement), agreement.sentence()));
        }
    }

    private int firstLineOf(Agreement agreement) {
        return agreement.settings().stream()
                .map(setting -> entries.get(setting.key()))
                .filter(written -> written != null)
                .mapToInt(Written::line)
                .min()
                .orElse(0);
    }
}
