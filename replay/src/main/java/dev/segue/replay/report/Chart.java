package dev.segue.replay.report;

import java.util.ArrayList;
import java.util.List;

/** Draws durations as bars of text, the longest over the full width. */
final class Chart {

    private static final int WIDTH = 40;

    private final List<String> names = new ArrayList<>();
    private final List<Long> lengths = new ArrayList<>();

    /** Adds one more bar. */
    void add(String name, long millis) {
        names.add(name);
        lengths.add(millis);
    }

    /** One line for each bar, in the order they were added. */
    List<String> lines() {
        long longest = lengths.stream().mapToLong(Long::longValue).max().orElse(0);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            long length = lengths.get(i);
            String bar = "#".repeat(columns(length, longest));
            lines.add((names.get(i) + "  " + bar + " ".repeat(WIDTH - bar.length()) + "  "
                            + (length == 0 ? "" : Amounts.length(length)))
                    .stripTrailing());
        }
        return lines;
    }

    /** Anything above zero is visible. */
    private static int columns(long length, long longest) {
        return length == 0 ? 0 : (int) Math.max(1, Math.round((double) WIDTH * length / longest));
    }
}
