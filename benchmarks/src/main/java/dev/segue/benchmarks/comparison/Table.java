package dev.segue.benchmarks.comparison;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The scores as a Markdown table. */
final class Table {

    private static final String HEAD =
            "| | right | inexact | split | merged | lost | sessions | first emitted, median | stable, median | stable,"
                    + " 95 % |\n"
                    + "|---|---|---|---|---|---|---|---|---|---|";

    private static final List<Fate> COLUMNS = List.of(Fate.RIGHT, Fate.INEXACT, Fate.SPLIT, Fate.MERGED, Fate.LOST);

    private static final long ALL = 10_000;

    private Table() {}

    static String of(List<Score> scores) {
        return HEAD + "\n" + scores.stream().map(Table::line).collect(Collectors.joining("\n"));
    }

    private static String line(Score score) {
        return String.format(
                Locale.ROOT,
                "| %s |%s %,d | %s | %s | %s |",
                score.name(),
                shares(score),
                score.answers(),
                after(score.firstAfterMs(), 50),
                after(score.stoodAfterMs(), 50),
                after(score.stoodAfterMs(), 95));
    }

    /** Rounded so that they add up, and so that "right" shows 100 % only if all are right. */
    private static String shares(Score score) {
        StringBuilder shares = new StringBuilder();
        long sessions = 0;
        long before = 0;
        for (Fate fate : COLUMNS) {
            sessions += score.of(fate);
            long upToHere = sessions * ALL / score.planned();
            shares.append(' ').append(share(upToHere - before)).append(" |");
            before = upToHere;
        }
        return shares.toString();
    }

    private static String share(long hundredths) {
        return String.format(Locale.ROOT, "%d.%02d %%", hundredths / 100, hundredths % 100);
    }

    /** A share, rounded down. */
    static String share(long part, long whole) {
        return share(part * ALL / whole);
    }

    /** Nearest-rank percentile. */
    private static String after(List<Long> sorted, int percent) {
        if (sorted.isEmpty()) {
            return "";
        }
        int rank = (sorted.size() * percent + 99) / 100;
        return inWords(Duration.ofMillis(sorted.get(rank - 1)));
    }

    private static String inWords(Duration length) {
        long minutes = length.plusSeconds(30).toMinutes();
        return minutes < 60 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
    }
}
