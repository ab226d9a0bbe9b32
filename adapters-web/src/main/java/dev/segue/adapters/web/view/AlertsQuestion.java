package dev.segue.adapters.web.view;

import dev.segue.domain.alert.Incident;
import dev.segue.domain.alert.impact.Severity;
import dev.segue.domain.kpi.Kpi;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which incidents are asked for. Missing or invalid parameters ask for all.
 *
 * @param status null for any
 * @param severity null for any
 * @param kpi null for any
 * @param country null for any
 * @param words that must all occur in the subject, the policy or the sentence; in lower case
 * @param opened the id of the incident of which all is asked for; null for none
 */
record AlertsQuestion(
        Incident.Status status, Severity severity, Kpi kpi, String country, List<String> words, String opened) {

    static AlertsQuestion of(Map<String, String> query) {
        return new AlertsQuestion(
                word(Incident.Status.values(), query.get("status")),
                word(Severity.values(), query.get("severity")),
                word(Kpi.values(), query.get("kpi")),
                emptyToNull(query.get("country")),
                Stream.of(query.getOrDefault("text", "")
                                .toLowerCase(Locale.ROOT)
                                .split("\\s+"))
                        .filter(part -> !part.isEmpty())
                        .toList(),
                emptyToNull(query.get("incident")));
    }

    /** Whether an incident is asked for, whatever its severity. */
    boolean asksFor(Incident incident) {
        return (status == null || status == incident.status())
                && (kpi == null || kpi == incident.kpi())
                && (country == null || country.equals(incident.place().country()))
                && (words.isEmpty() || hasAllWords(incident));
    }

    /** Whether a severity is asked for; null if it is not known. */
    boolean asksFor(Severity of) {
        return severity == null || severity == of;
    }

    private boolean hasAllWords(Incident incident) {
        String text = String.join(" ", String.valueOf(incident.subject().id()), incident.policy(), incident.sentence())
                .toLowerCase(Locale.ROOT);
        return words.stream().allMatch(text::contains);
    }

    private static <E extends Enum<E>> E word(E[] all, String query) {
        return Stream.of(all)
                .filter(word -> word.name().equals(query))
                .findFirst()
                .orElse(null);
    }

    private static String emptyToNull(String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
