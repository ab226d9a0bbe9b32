package dev.segue.benchmarks.peers;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** What came of all runs, as tables. */
final class Results {

    private static final double MICROS_PER_MS = 1_000;
    private static final double MS_PER_S = 1_000;
    private static final double MIB = 1 << 20;

    /** A ratio to report, within one workload. */
    private record Ratio(Contender of, Contender to) {}

    private static final List<Ratio> RATIOS = List.of(
            new Ratio(Contender.SEGUE_HEAP, Contender.FLOOR),
            new Ratio(Contender.SEGUE_HEAP, Contender.WINDOWS_EARLY),
            new Ratio(Contender.SEGUE_ONCE, Contender.WINDOWS_HEAP),
            new Ratio(Contender.SEGUE_ROCKSDB, Contender.SEGUE_HEAP),
            new Ratio(Contender.SEGUE_ROCKSDB, Contender.KAFKA_STREAMS),
            new Ratio(Contender.FULL_WINDOWS_HEAP, Contender.SEGUE_HEAP),
            new Ratio(Contender.FULL_WINDOWS_ROCKSDB, Contender.SEGUE_ROCKSDB));

    /** Two workloads that differ in one respect. */
    private record Growth(Workload of, Workload to) {}

    private static final List<Growth> GROWTHS = List.of(
            new Growth(Workload.LONG_SESSIONS, Workload.SHORT_SESSIONS),
            new Growth(Workload.MANY_LISTENERS, Workload.FEW_LISTENERS));

    /** The outcomes of a contender in a workload: by repetition, by size. */
    private static final class Outcomes {
        private final Map<Integer, TreeMap<Long, Outcome>> byRepetition = new TreeMap<>();

        List<Outcome> all() {
            return byRepetition.values().stream()
                    .flatMap(bySize -> bySize.values().stream())
                    .toList();
        }

        /** Of the larger size. */
        List<Outcome> large() {
            return byRepetition.values().stream()
                    .map(bySize -> bySize.lastEntry().getValue())
                    .filter(outcome -> outcome.failure() == null)
                    .toList();
        }

        Optional<String> failure() {
            return all().stream()
                    .map(Outcome::failure)
                    .filter(failure -> failure != null)
                    .findFirst();
        }

        /** CPU time of one more event in a repetition, in microseconds; empty when one of both sizes is missing. */
        OptionalDouble cpuMicros(int repetition) {
            TreeMap<Long, Outcome> bySize = byRepetition.getOrDefault(repetition, new TreeMap<>());
            if (bySize.size() < 2 || bySize.values().stream().anyMatch(outcome -> outcome.figures() == null)) {
                return OptionalDouble.empty();
            }
            long cpuMs = bySize.lastEntry().getValue().figures().cpuMs()
                    - bySize.firstEntry().getValue().figures().cpuMs();
            return OptionalDouble.of(cpuMs * MICROS_PER_MS / (bySize.lastKey() - bySize.firstKey()));
        }

        List<Double> cpuMicros() {
            return byRepetition.keySet().stream()
                    .map(this::cpuMicros)
                    .filter(OptionalDouble::isPresent)
                    .map(OptionalDouble::getAsDouble)
                    .toList();
        }

        Verdict worst() {
            Verdict worst = null;
            for (Outcome outcome : large()) {
                worst = outcome.verdict() == null ? worst : outcome.verdict().orWorse(worst);
            }
            return worst;
        }
    }

    private final Map<Workload, Map<Contender, Outcomes>> outcomes = new EnumMap<>(Workload.class);

    void add(Workload workload, Contender contender, int repetition, long size, Outcome outcome) {
        outcomes.computeIfAbsent(workload, key -> new EnumMap<>(Contender.class))
                .computeIfAbsent(contender, key -> new Outcomes())
                .byRepetition
                .computeIfAbsent(repetition, key -> new TreeMap<>())
                .put(size, outcome);
    }

    /** Everything: a table for each workload, the ratios, and what failed. Markdown. */
    String report() {
        StringBuilder report = new StringBuilder();
        outcomes.forEach((workload, ofWorkload) -> {
            report.append(String.format("### %s: %s%n%n", workload, workload.description()));
            report.append(table(ofWorkload)).append('\n');
            List<String> ratios = RATIOS.stream()
                    .flatMap(ratio -> ratio(ofWorkload, ratio).stream())
                    .toList();
            if (!ratios.isEmpty()) {
                report.append("| CPU per event | ratio | minimum to maximum |\n|---|---|---|\n");
                ratios.forEach(report::append);
                report.append('\n');
            }
            ofWorkload.forEach((contender, of) -> of.failure()
                    .ifPresent(failure -> report.append(String.format("%s has failed. %s%n%n", contender, failure))));
        });
        report.append(growths());
        return report.toString();
    }

    private static String table(Map<Contender, Outcomes> ofWorkload) {
        StringBuilder table = new StringBuilder(
                "| contender | CPU µs per event | minimum to maximum | of Segue | of the"
                        + " floor | wall s | memory MB | disk MB | right | wrong | missing | extra | open | what it lacks |\n");
        table.append("|---|---|---|---|---|---|---|---|---|---|---|---|---|---|\n");
        ofWorkload.forEach((contender, of) -> {
            List<Outcome> large = of.large();
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %s | %s | %s | %s | %s | %s | %s | %s |%n",
                    contender,
                    median(of.cpuMicros()),
                    range(of.cpuMicros()),
                    median(ratios(of, ofWorkload.get(Contender.SEGUE_HEAP))),
                    median(ratios(of, ofWorkload.get(Contender.FLOOR))),
                    rounded(large.stream()
                            .map(outcome -> outcome.figures().wallMs() / MS_PER_S)
                            .toList()),
                    rounded(large.stream()
                            .filter(outcome -> outcome.figures().memoryBytes() >= 0)
                            .map(outcome -> outcome.figures().memoryBytes() / MIB)
                            .toList()),
                    rounded(large.stream()
                            .map(outcome -> outcome.diskBytes() / MIB)
                            .toList()),
                    of.worst() == null ? "| | | | " : counts(of.worst()),
                    lacks(contender, of.worst())));
        });
        return table.toString();
    }

    private static String counts(Verdict verdict) {
        return String.format(
                Locale.ROOT,
                "%,d | %,d | %,d | %,d | %,d",
                verdict.right(),
                verdict.wrong(),
                verdict.missing(),
                verdict.extra(),
                verdict.open());
    }

    private static String lacks(Contender contender, Verdict verdict) {
        String ofSome = verdict == null || verdict.lacking() == 0
                ? ""
                : String.format(Locale.ROOT, "plays of %,d sessions", verdict.lacking());
        return ofSome.isEmpty() || contender.missing().isEmpty()
                ? ofSome + contender.missing()
                : contender.missing() + "; " + ofSome;
    }

    /** Of the repetitions in which both were measured. */
    private static List<Double> ratios(Outcomes of, Outcomes to) {
        List<Double> ratios = new ArrayList<>();
        if (of == null || to == null) {
            return ratios;
        }
        for (int repetition : of.byRepetition.keySet()) {
            OptionalDouble above = of.cpuMicros(repetition);
            OptionalDouble below = to.cpuMicros(repetition);
            if (above.isPresent() && below.isPresent()) {
                ratios.add(above.getAsDouble() / below.getAsDouble());
            }
        }
        return ratios;
    }

    private static Optional<String> ratio(Map<Contender, Outcomes> ofWorkload, Ratio ratio) {
        return row(ratio.of + " : " + ratio.to, ratios(ofWorkload.get(ratio.of), ofWorkload.get(ratio.to)));
    }

    private String growths() {
        StringBuilder growths = new StringBuilder();
        for (Growth growth : GROWTHS) {
            Map<Contender, Outcomes> of = outcomes.getOrDefault(growth.of, Map.of());
            Map<Contender, Outcomes> to = outcomes.getOrDefault(growth.to, Map.of());
            of.forEach((contender, outcome) -> row(
                            contender + ", " + growth.of + " : " + growth.to, ratios(outcome, to.get(contender)))
                    .ifPresent(growths::append));
        }
        return growths.isEmpty()
                ? ""
                : "| CPU per event | ratio | minimum to maximum |\n|---|---|---|\n" + growths + "\n";
    }

    private static Optional<String> row(String name, List<Double> ratios) {
        return ratios.isEmpty()
                ? Optional.empty()
                : Optional.of(String.format("| %s | %s | %s |%n", name, median(ratios), range(ratios)));
    }

    /** In words, what was not as it should be: failures, and anything but right sessions where all is in order. */
    List<String> objections() {
        List<String> objections = new ArrayList<>();
        outcomes.forEach((workload, ofWorkload) -> ofWorkload.forEach((contender, of) -> {
            of.failure().ifPresent(failure -> objections.add(contender + " (" + workload + "): " + failure));
            Verdict worst = of.worst();
            if (workload == Workload.IN_ORDER && worst != null && !worst.isFlawless()) {
                objections.add(String.format(
                        Locale.ROOT,
                        "%s (%s): Where all events are in order, every session must be right, but %,d are wrong, %,d"
                                + " missing and %,d extra.",
                        contender,
                        workload,
                        worst.wrong(),
                        worst.missing(),
                        worst.extra()));
            }
        }));
        return objections;
    }

    private static String median(List<Double> values) {
        return values.isEmpty() ? "" : String.format(Locale.ROOT, "%.2f", middle(values));
    }

    private static String rounded(List<Double> values) {
        return values.isEmpty() ? "" : String.format(Locale.ROOT, "%,.0f", middle(values));
    }

    private static String range(List<Double> values) {
        return values.isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        "%.2f to %.2f",
                        values.stream().min(Double::compare).orElseThrow(),
                        values.stream().max(Double::compare).orElseThrow());
    }

    /** The median; for an even number of values, the mean of the middle two. */
    private static double middle(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
