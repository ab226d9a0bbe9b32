package dev.segue.adapters.web.view;

import dev.segue.adapters.web.store.Memory;
import dev.segue.domain.alert.Incident;
import dev.segue.domain.alert.impact.Severity;
import dev.segue.domain.kpi.Kpi;
import dev.segue.domain.kpi.KpiWindow;
import dev.segue.domain.kpi.Subject;
import dev.segue.domain.playback.Device;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be asked of the page, by name: the views that it shows, and the searches in them. */
@SuppressWarnings("ImmutableEnumChecker") // no finder has state, and the list is a copy
public enum View {
    NOW("now", "The current audience.", NowView.class, (memory, query, now) -> NowView.of(memory, now)),
    PLAYLISTS(
            "playlists",
            "One KPI of one subject in one place, window by window, with what it is compared with; and an edition beside"
                    + " earlier ones.",
            PlaylistsView.class,
            (memory, query, now) -> PlaylistsView.of(memory, PlaylistsQuestion.of(query)),
            Parameter.word("kind", "What kind of subject. Default: ALL.", Subject.Kind.values()),
            Parameter.text("subject", "The id of a playlist, album or radio; needs kind."),
            Parameter.text("edition", "One of its editions. Default: all together."),
            Parameter.text("country", "Two capital letters (ISO 3166-1). Default: the country with most sessions."),
            Parameter.word("where", "Asks for the world instead of a country.", "world"),
            Parameter.text("zone", "An IANA time zone of the country. Default: all."),
            Parameter.word("device", "A type of device, in the country. Default: all.", Device.Type.values()),
            Parameter.word(
                    "period",
                    "The length of the windows. Default: HOUR; where there is none, the next longer one.",
                    KpiWindow.Period.values()),
            Parameter.word("kpi", "Which KPI. Default: LISTENED_TIME.", Kpi.values()),
            Parameter.localTime("since", "Asks for the windows from this local time on; needs until."),
            Parameter.localTime("until", "The end of that time, excluded; after since."),
            Parameter.text("range", "24h, 7d, 28d or all: so long, up to the newest window. Default: by the period."),
            Parameter.text("from", "The first day, such as 2026-03-01, instead of range; needs to."),
            Parameter.text("to", "The last day; not before from."),
            Parameter.word("against", "What the KPI is compared with. Default: EXPECTED.", Comparison.values()),
            Parameter.word(
                    "beside", "What the edition is compared with. Default: EDITION_BEFORE.", Comparison.values())),
    ALERTS(
            "alerts",
            "The incidents that are asked for: open ones first, then the latest.",
            AlertsView.class,
            (memory, query, now) -> AlertsView.of(memory, AlertsQuestion.of(query), now),
            Parameter.word("status", "Default: any.", Incident.Status.values()),
            Parameter.word("severity", "Default: any.", Severity.values()),
            Parameter.word("kpi", "Default: any.", Kpi.values()),
            Parameter.text("country", "Two capital letters. Default: any."),
            Parameter.text("text", "Words that must all be in the subject, the policy or the sentence."),
            Parameter.text("incident", "The id of an incident of which all is asked for.")),
    INSIGHTS(
            "insights",
            "What is not as expected in the last complete hour and yesterday.",
            InsightsView.class,
            (memory, query, now) -> InsightsView.of(memory)),
    LISTENER(
            "listener",
            "One listener: sessions with plays and revisions, the latest first, and the last signals.",
            ListenerView.class,
            (memory, query, now) -> ListenerView.of(memory, query.getOrDefault("id", ""), now),
            Parameter.text("id", "The id of the listener.")),
    HEALTH(
            "health",
            "The state of each job, by its latest reports; and what was rejected.",
            HealthView.class,
            (memory, query, now) -> HealthView.of(memory, now)),
    /** Progress of reading, and how much is in memory: the page shows it with every view. */
    STATUS(
            "status",
            "How far the topics are read, how current each kind of data is, and how much is in memory.",
            StatusView.class,
            (memory, query, now) -> StatusView.of(memory, now)),
    LISTENERS(
            "listeners",
            "Searches listeners.",
            ListenersView.class,
            (memory, query, now) -> ListenersView.of(memory, query.getOrDefault("prefix", "")),
            Parameter.text("prefix", "How their ids begin.")),
    SUBJECTS(
            "subjects",
            "Searches playlists, albums and radios that have KPI rows.",
            SubjectsView.class,
            (memory, query, now) -> SubjectsView.of(memory, query.getOrDefault("text", "")),
            Parameter.text(
                    "text", "Words that must all be in the name, the edition or the kind. Default: all subjects."));

    /** Finds what a view shows. */
    private interface Finder {
        Object find(Memory memory, Map<String, String> query, long now);
    }

    private final String path;
    private final String summary;
    private final Class<?> answer;
    private final Finder finder;
    private final List<Parameter> parameters;

    View(String path, String summary, Class<?> answer, Finder finder, Parameter... parameters) {
        this.path = path;
        this.summary = summary;
        this.answer = answer;
        this.finder = finder;
        this.parameters = List.of(parameters);
    }

    /** Its name in an address. */
    public String path() {
        return path;
    }

    /** What it shows, in one sentence. */
    public String summary() {
        return summary;
    }

    /** The type of its content. */
    public Class<?> answer() {
        return answer;
    }

    /** Whether it can be followed as it changes; searches cannot, as they take long. */
    public boolean isLive() {
        return this != LISTENERS && this != SUBJECTS;
    }

    /** Why these values do not go together, in sentences; empty if they do. */
    public Optional<String> problem(Map<String, String> query) {
        return Optional.ofNullable(this == PLAYLISTS ? PlaylistsQuestion.problem(query) : null);
    }

    /** All parameters that it has; none is required. */
    public List<Parameter> parameters() {
        return parameters;
    }

    /** The view with a name; empty if there is none. */
    public static Optional<View> at(String path) {
        for (View view : values()) {
            if (view.path.equals(path)) {
                return Optional.of(view);
            }
        }
        return Optional.empty();
    }

    /**
     * The current content, to be written as JSON.
     *
     * @param query values by name, as {@link Parameter#read} returns them; what is missing gets a default
     * @param now the wall-clock time, in epoch milliseconds: it decides what is old
     */
    public Object of(Memory memory, Map<String, String> query, long now) {
        return finder.find(memory, query, now);
    }
}
