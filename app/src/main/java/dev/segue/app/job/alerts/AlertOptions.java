package dev.segue.app.job.alerts;

import dev.segue.app.config.Agreement;
import dev.segue.app.config.Config;
import dev.segue.app.config.LengthOfTime;
import dev.segue.app.config.OptionGroup;
import dev.segue.app.config.Setting;
import dev.segue.domain.alert.Watch;
import dev.segue.domain.alert.baseline.AlertRules;
import dev.segue.domain.alert.baseline.Holidays;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What counts as unusual: for the alerts job, and for the page, which shows KPIs next to their expected range. */
public final class AlertOptions {

    private static final AlertRules RULES = AlertRules.DEFAULT;
    private static final int A_YEAR_OF_WEEKS = 52;
    private static final int MOST_DAYS_OF_AGE = 52;
    private static final int A_MONTH_OF_HOURS = 31 * 24;
    private static final int USUAL_SERIES = 5_000;
    private static final int MOST_SERIES = 1_000_000;

    static final Setting<List<Duration>> AGES = Setting.list(
                    "alerts.ages",
                    "durations with their units, separated by commas, such as 10 min, 1 h",
                    AlertOptions::age)
            .defaultsTo(
                    RULES.agesMs().stream().map(Duration::ofMillis).toList(),
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

    static final Setting<List<Holiday>> HOLIDAYS = Setting.list(
                    "alerts.holidays",
                    "countries with days separated by commas, such as AU 2026-12-25, AU 2026-12-26",
                    Holiday::of)
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
            .naming(PolicyOptions.POLICIES)
            .agreeing(
                    Agreement.between(WEEKS, LEAST_WEEKS)
                            .must("alerts.min-weeks must not exceed alerts.weeks.")
                            .when(config -> config.get(LEAST_WEEKS) <= config.get(WEEKS)),
                    Agreement.between(AGES)
                            .must("alerts.ages must be in ascending order, without duplicates.")
                            .when(config -> rise(config.get(AGES))));

    private AlertOptions() {}

    /** The policies: the default ones with their changes, and further ones. */
    public static Watch watch(Config config) {
        return new Watch(PolicyOptions.from(config));
    }

    /** The rules that apply to all policies. */
    public static AlertRules rules(Config config) {
        return new AlertRules(
                config.get(AGES).stream().map(Duration::toMillis).toList(),
                config.get(WEEKS),
                config.get(LEAST_WEEKS),
                config.get(NEW_NORMAL).toMillis(),
                config.get(MOST_INCOMPARABLE),
                config.find(HOLIDAYS).map(AlertOptions::holidays).orElse(Holidays.NONE));
    }

    private static boolean rise(List<Duration> ages) {
        return ages.stream().sorted().distinct().toList().equals(ages);
    }

    private static Duration age(String text) {
        Duration age = LengthOfTime.parse(text);
        if (age.isNegative() || age.toDays() > MOST_DAYS_OF_AGE) {
            throw new IllegalArgumentException(text + " is not an age");
        }
        return age;
    }

    private static Holidays holidays(List<Holiday> each) {
        return new Holidays(each.stream()
                .collect(
                        Collectors.groupingBy(Holiday::country, Collectors.mapping(Holiday::day, Collectors.toSet()))));
    }

    private record Holiday(String country, LocalDate day) {

        private static final Pattern FORM = Pattern.compile("([A-Z]{2})\\s+(\\d{4}-\\d{2}-\\d{2})");

        static Holiday of(String text) {
            Matcher parts = FORM.matcher(text);
            if (!parts.matches()) {
                throw new IllegalArgumentException(text + " is not a country with a day");
            }
            return new Holiday(parts.group(1), LocalDate.parse(parts.group(2)));
        }
    }
}
