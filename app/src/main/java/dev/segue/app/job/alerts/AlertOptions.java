package dev.segue.app.job.alerts;

import dev.segue.app.config.Agreement;
import dev.segue.app.config.Config;
import dev.segue.app.config.LengthOfTime;
import dev.segue.app.config.OptionGroup;
import dev.segue.app.config.Setting;
import dev.segue.domain.alert.Watch;
import dev.segue.domain.alert.baseline.AlertRules;
import dev.segue.domain.alert.baseline.Holidays;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What counts as unusual: for the alerts job, and for the page, which shows KPIs next to their expected range. */
public final class AlertOptions {

    private static final AlertRules RULES = AlertRules.DEFAULT;
    private static final int A_YEAR_OF_WEEKS = 52;
    private static final int A_MONTH_OF_HOURS = 31 * 24;
    private static final int USUAL_SERIES = 5_000;
    private static final int MOST_SERIES = 1_000_000;
    private static final Pattern HOLIDAY = Pattern.compile("([A-Z]{2})\\s+(\\d{4}-\\d{2}-\\d{2})");

    static final Setting<String> AGES = Setting.list(
                    "alerts.ages",
                    "durations with their units, separated by commas, such as 10 min, 1 h",
                    AlertOptions::isAge)
            .defaultsTo(
                    "10 min, 1 h, 6 h",
                    "How long after its end an hour is evaluated, each time against earlier weeks at the same age. The"
                            + " last age also stands for the settled value. If you change the ages, the baselines are"
                            + " learned again.");

    static final Setting<Integer> WEEKS = Setting.number("alerts.weeks", 2, A_YEAR_OF_WEEKS)
            .defaultsTo(
                    RULES.weeks(),
                    "The maximum number of weeks that an hour is compared with. If you change it, the baselines are"
                            + " learned again.");

    static final Setting<Integer> LEAST_WEEKS = Setting.number("alerts.min-weeks", 2, A_YEAR_OF_WEEKS)
            .defaultsTo(RULES.leastWeeks(), "The minimum number of weeks; with fewer, an hour is not evaluated.");

    static final Setting<Duration> NEW_NORMAL = Setting.duration("alerts.new-normal")
            .defaultsTo(
                    Duration.ofMillis(RULES.newNormalMs()),
                    "An incident that lasts this long ends, and its values become part of the baseline.");

    static final Setting<Integer> MOST_INCOMPARABLE = Setting.number("alerts.max-incomparable", 1, A_MONTH_OF_HOURS)
            .defaultsTo(
                    RULES.mostIncomparable(),
                    "An incident ends after this many hours in a row that could not be compared: too few weeks, too few"
                            + " sessions, or holidays.");

    static final Setting<String> HOLIDAYS = Setting.list(
                    "alerts.holidays",
                    "countries with days separated by commas, such as AU 2026-12-25, AU 2026-12-26",
                    AlertOptions::isHoliday)
            .optional("Local days of a country that are neither evaluated nor part of the baseline of later weeks.");

    static final Setting<Integer> MAX_SERIES = Setting.number("alerts.max-series", 1, MOST_SERIES)
            .defaultsTo(
                    USUAL_SERIES,
                    "The maximum number of series (a policy, subject and country); each takes about 20 KB of state."
                            + " Rows of further series are counted as `TOO_MANY_SERIES` in `listening.health`, and"
                            + " the log names the first.");

    public static final OptionGroup GROUP = OptionGroup.of(
                    "Alerts",
                    "What counts as unusual, and what it is compared with; `docs/alerts.md` explains it.",
                    AGES,
                    WEEKS,
                    LEAST_WEEKS,
                    NEW_NORMAL,
                    MOST_INCOMPARABLE,
                    HOLIDAYS,
                    MAX_SERIES)
            .passingThrough(PolicyOptions.POLICIES)
            .agreeing(
                    Agreement.between(WEEKS, LEAST_WEEKS)
                            .must("alerts.min-weeks must not exceed alerts.weeks.")
                            .when(config -> config.get(LEAST_WEEKS) <= config.get(WEEKS)),
                    Agreement.between(AGES)
                            .must("alerts.ages must be in ascending order, without duplicates.")
                            .when(config -> rise(ages(config))));

    private AlertOptions() {}

    /** The policies: the default ones with their changes, and further ones. */
    public static Watch watch(Config config) {
        return new Watch(PolicyOptions.from(config));
    }

    /** The rules that apply to all policies. */
    public static AlertRules rules(Config config) {
        return new AlertRules(
                ages(config),
                config.get(WEEKS),
                config.get(LEAST_WEEKS),
                config.get(NEW_NORMAL).toMillis(),
                config.get(MOST_INCOMPARABLE),
                config.find(HOLIDAYS).map(AlertOptions::holidays).orElse(Holidays.NONE));
    }

    private static List<Long> ages(Config config) {
        return Setting.listed(config.get(AGES)).stream()
                .map(age -> LengthOfTime.parse(age).toMillis())
                .toList();
    }

    private static boolean rise(List<Long> ages) {
        return ages.stream().sorted().distinct().toList().equals(ages);
    }

    private static boolean isAge(String text) {
        try {
            Duration age = LengthOfTime.parse(text);
            return !age.isNegative() && age.toDays() <= A_YEAR_OF_WEEKS;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isHoliday(String text) {
        var parts = HOLIDAY.matcher(text);
        try {
            return parts.matches() && LocalDate.parse(parts.group(2)) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static Holidays holidays(String text) {
        Map<String, Set<LocalDate>> days = new HashMap<>();
        for (String item : Setting.listed(text)) {
            var parts = HOLIDAY.matcher(item);
            if (parts.matches()) {
                days.computeIfAbsent(parts.group(1), country -> new HashSet<>()).add(LocalDate.parse(parts.group(2)));
            }
        }
        return new Holidays(days);
    }
}
