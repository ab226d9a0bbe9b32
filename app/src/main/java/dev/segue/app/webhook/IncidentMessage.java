package dev.segue.app.webhook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.segue.domain.alert.Incident;
import dev.segue.domain.alert.Incident.Status;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;

/** An incident as JSON: {@code text} for people, as Slack shows it, plus one field for every value. */
final class IncidentMessage {

    private static final JsonFactory JSON = new JsonFactory();

    private IncidentMessage() {}

    static String of(Incident incident) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            write(incident, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(Incident incident, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("text", sign(incident.status()) + " " + inSlack(incident.sentence()));
        json.writeStringField("incident_id", incident.id());
        json.writeNumberField("revision", incident.revision());
        json.writeStringField("status", incident.status().name());
        json.writeStringField("policy", incident.policy());
        json.writeStringField("kpi", incident.kpi().name());
        json.writeStringField("subject_kind", incident.subject().kind().name());
        json.writeStringField("subject_id", incident.subject().id());
        json.writeStringField("country", incident.place().country());
        json.writeStringField("direction", incident.direction().name());
        json.writeStringField("since_local", incident.sinceLocal().toString());
        json.writeStringField("since", time(incident.since()));
        json.writeStringField("until", time(incident.until()));
        json.writeStringField("opened_at", time(incident.openedAt()));
        json.writeStringField("closed_at", incident.closedAt() == null ? null : time(incident.closedAt()));
        json.writeNumberField("value", incident.value());
        json.writeNumberField("usual", incident.usual());
        json.writeNumberField("score", incident.score());
        json.writeNumberField("worst_value", incident.worstValue());
        json.writeNumberField("worst_usual", incident.worstUsual());
        json.writeNumberField("worst_score", incident.worstScore());
        json.writeNumberField("sessions", incident.sessions());
        json.writeNumberField("slots", incident.windows());
        json.writeNumberField("weeks", incident.weeks());
        json.writeStringField("as_of", time(incident.asOf()));
        json.writeEndObject();
    }

    private static String sign(Status status) {
        return switch (status) {
            case OPEN -> ":rotating_light:";
            case CLOSED -> ":white_check_mark:";
            case NEW_NORMAL -> ":heavy_check_mark:";
            case WITHDRAWN -> ":leftwards_arrow_with_hook:";
        };
    }

    /** These three characters are markup in Slack, so that the name of a playlist could notify a whole channel. */
    private static String inSlack(String sentence) {
        return sentence.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String time(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }
}
