package dev.segue.replay;

import dev.segue.app.cli.SegueCall;
import java.util.ArrayList;
import java.util.List;

/**
 * The result of {@code segue replay}, run in this process.
 *
 * @param out standard output
 * @param err standard error
 */
record Replayed(int exitCode, String out, String err) {

    /** Runs it with these arguments. */
    static Replayed with(Object... arguments) {
        List<String> line = new ArrayList<>(List.of("replay"));
        for (Object argument : arguments) {
            line.add(argument.toString());
        }
        SegueCall segue = SegueCall.of(line.toArray(String[]::new));
        return new Replayed(segue.exitCode(), segue.out(), segue.err());
    }

    /** The report's line with the accounting of the input. */
    String ledger() {
        return out.lines()
                .filter(line -> line.contains(" accepted + "))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no accounting in\n" + this))
                .strip();
    }
}
