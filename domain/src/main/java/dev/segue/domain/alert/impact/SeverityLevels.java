package dev.segue.domain.alert.impact;

/**
 * From which impact on an incident is severe.
 *
 * @param majorFrom affected listeners, each counted once per hour; positive
 * @param criticalFrom the same; not below {@code majorFrom}
 */
public record SeverityLevels(double majorFrom, double criticalFrom) {

    /**
     * The smallest incident that can be found at all, a third less of 200 listeners for two hours, affects about 130. Ten
     * times that is major, a hundred times critical, in round numbers.
     */
    public static final SeverityLevels DEFAULT = new SeverityLevels(1_000, 10_000);

    public SeverityLevels {
        if (!(majorFrom > 0) || !(criticalFrom >= majorFrom)) {
            throw new IllegalArgumentException(
                    "majorFrom must be positive, and criticalFrom not below it, but they are " + majorFrom + " and "
                            + criticalFrom);
        }
    }

    public Severity of(Impact impact) {
        if (impact.affected() >= criticalFrom) {
            return Severity.CRITICAL;
        }
        return impact.affected() >= majorFrom ? Severity.MAJOR : Severity.MINOR;
    }
}
