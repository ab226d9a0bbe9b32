package dev.segue.app.prometheus;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The files that are deployed for Prometheus and Grafana, and what {@code docs/operations.md} says about them. */
final class Deployed {

    static final Path PROMETHEUS = Path.of("../deploy/prometheus");
    static final Path RULES = PROMETHEUS.resolve("segue-alerts.yml");
    static final Path RULES_TEST = PROMETHEUS.resolve("segue-alerts-test.yml");
    static final Path SCRAPES = PROMETHEUS.resolve("prometheus.yml");

    private static final Path DASHBOARD = Path.of("../deploy/grafana/segue.json");
    private static final Path PAGE = Path.of("../docs/operations.md");
    private static final Pattern ROW = Pattern.compile("^\\| `(\\w+)` \\|.*", Pattern.MULTILINE);
    private static final Pattern METRIC = Pattern.compile("\\b(?:(?:flink|segue)_\\w+|up)\\b(?=[{\\[\\s)]|$)");

    private Deployed() {}

    /** The expression of each alert, by its name. */
    static Map<String, String> alerts() throws IOException {
        Map<String, String> expressions = new LinkedHashMap<>();
        for (Map<?, ?> rule : rules()) {
            expressions.put((String) rule.get("alert"), (String) rule.get("expr"));
        }
        return expressions;
    }

    /** The page that each alert refers to, by its name. */
    static Map<String, String> runbooks() throws IOException {
        Map<String, String> runbooks = new LinkedHashMap<>();
        for (Map<?, ?> rule : rules()) {
            runbooks.put((String) rule.get("alert"), (String) ((Map<?, ?>) rule.get("annotations")).get("runbook"));
        }
        return runbooks;
    }

    private static List<Map<?, ?>> rules() throws IOException {
        List<Map<?, ?>> rules = new ArrayList<>();
        for (Object group : (List<?>) ((Map<?, ?>) yaml(RULES)).get("groups")) {
            for (Object rule : (List<?>) ((Map<?, ?>) group).get("rules")) {
                rules.add((Map<?, ?>) rule);
            }
        }
        return rules;
    }

    /** The alerts that the test of the rules fires. */
    static Set<String> firedAlerts() throws IOException {
        Set<String> fired = new TreeSet<>();
        for (Object test : (List<?>) ((Map<?, ?>) yaml(RULES_TEST)).get("tests")) {
            for (Object check : (List<?>) ((Map<?, ?>) test).get("alert_rule_test")) {
                if (!((List<?>) ((Map<?, ?>) check).get("exp_alerts")).isEmpty()) {
                    fired.add((String) ((Map<?, ?>) check).get("alertname"));
                }
            }
        }
        return fired;
    }

    /** All expressions of the dashboard. */
    static List<String> panels() throws IOException {
        List<String> expressions = new ArrayList<>();
        for (JsonNode panel : new ObjectMapper().readTree(DASHBOARD.toFile()).path("panels")) {
            panel.path("targets")
                    .forEach(target -> expressions.add(target.path("expr").asText()));
        }
        return expressions;
    }

    /** The metrics that an expression uses. */
    static Set<String> metricsIn(String expression) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = METRIC.matcher(expression);
        while (matcher.find()) {
            names.add(matcher.group());
        }
        return names;
    }

    /** The names in the first column of the table below a heading of the page. */
    static Set<String> documentedMetrics(String heading) throws IOException {
        Set<String> names = new TreeSet<>();
        Matcher row = ROW.matcher(section(heading));
        while (row.find()) {
            names.add(row.group(1));
        }
        return names;
    }

    /** The headings within the section on alerts. */
    static List<String> documentedAlerts() throws IOException {
        return section("## Alerts")
                .lines()
                .filter(line -> line.startsWith("### "))
                .map(line -> line.substring("### ".length()))
                .toList();
    }

    /** What the page says to add to Flink's configuration. */
    static Map<String, String> reporter() throws IOException {
        String section = section("### Flink's reporter");
        int begin = section.indexOf("```yaml\n") + "```yaml\n".length();
        Map<String, String> settings = new LinkedHashMap<>();
        section.substring(begin, section.indexOf("```", begin)).lines().forEach(line -> {
            int colon = line.indexOf(": ");
            settings.put(line.substring(0, colon), line.substring(colon + 2).replace("\"", ""));
        });
        return settings;
    }

    /** The text from a heading to the next one of its level or above. */
    private static String section(String heading) throws IOException {
        String page = Files.readString(PAGE, UTF_8);
        int begin = page.indexOf("\n" + heading + "\n");
        if (begin < 0) {
            throw new AssertionError("docs/operations.md has no section " + heading);
        }
        int level = heading.indexOf(' ');
        Matcher next =
                Pattern.compile("^#{1," + level + "} ", Pattern.MULTILINE).matcher(page);
        return page.substring(begin, next.find(begin + heading.length() + 1) ? next.start() : page.length());
    }

    private static Object yaml(Path file) throws IOException {
        return new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file, UTF_8));
    }
}
