package dev.segue.adapters.flink.codec;

import static dev.segue.domain.fixture.Events.aPause;
import static dev.segue.domain.fixture.Events.aPlay;
import static dev.segue.domain.fixture.Events.aResume;
import static dev.segue.domain.fixture.Events.aSearch;
import static dev.segue.domain.fixture.Events.aStart;
import static dev.segue.domain.fixture.Events.anAd;
import static dev.segue.domain.fixture.Events.spokenContent;

import dev.segue.adapters.flink.session.ListenerState;
import dev.segue.adapters.flink.timer.KeyedTimer;
import dev.segue.domain.accounting.Health;
import dev.segue.domain.accounting.Ledger;
import dev.segue.domain.accounting.Received;
import dev.segue.domain.listening.Moods;
import dev.segue.domain.listening.Play;
import dev.segue.domain.listening.Runs;
import dev.segue.domain.listening.Stretches;
import dev.segue.domain.playback.DeadLetter;
import dev.segue.domain.playback.DeadLetter.Header;
import dev.segue.domain.playback.ForgetRequest;
import dev.segue.domain.playback.Intake;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.playback.RejectionReason;
import dev.segue.domain.reference.BatchReference;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.ListenerMemory;
import dev.segue.domain.session.ListenerMemory.BrokenPlay;
import dev.segue.domain.session.ListenerMemory.CurrentSession;
import dev.segue.domain.session.ListenerMemory.DeviceInUse;
import dev.segue.domain.session.ListenerMemory.StoredTotals;
import dev.segue.domain.session.ListenerMemory.SupersededSession;
import dev.segue.domain.session.ListenerMemory.WindowCount;
import dev.segue.domain.session.Session;
import dev.segue.domain.session.SessionId;
import dev.segue.domain.session.SessionRules;
import dev.segue.domain.session.SessionTotals;
import dev.segue.domain.timeline.Activity;
import dev.segue.domain.timeline.ActivityPages.ActivityKey;
import dev.segue.domain.timeline.ActivityPages.Branch;
import dev.segue.domain.timeline.ActivityPages.Child;
import dev.segue.domain.timeline.ActivityPages.Leaf;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One value for every type that has a codec; every nullable field is null once and present once. */
final class Samples {

    private Samples() {}

    /** All samples by name, in the order of the golden file. */
    static Map<String, Object> all() {
        Map<String, Object> samples = new LinkedHashMap<>();
        List<PlaybackEvent> events = events();
        for (PlaybackEvent event : events) {
            samples.put("event " + event.detail().getClass().getSimpleName() + " " + event.eventId(), event);
        }
        DeadLetter letter = new DeadLetter(
                RejectionReason.UNREADABLE, "No Avro.", "listening.playback", 3, 17, new byte[] {1}, new byte[] {2, 3});
        samples.put("dead letter", letter);
        samples.put(
                "dead letter without bytes", new DeadLetter(RejectionReason.TOO_LONG, "", "file", -1, 1, null, null));
        samples.put("received", new Received.Message<>(events.get(0), Intake.NOT_APPENDED, 5));
        samples.put("request to forget", new ForgetRequest("anna"));
        samples.put("rejected", new Received.Rejected<>(letter, 6));
        Ledger ledger = new Ledger(10, 5, 2, 1, Map.of(RejectionReason.UNREADABLE, 2L));
        samples.put("ledger", ledger);
        samples.put("health", new Health("sessions", "intake", 1, 2, 9, ledger, 100, 200, -1));
        samples.put("leaf", new Leaf(new ArrayList<>(List.of(new Activity(1, 2, true, 99, events.get(0))))));
        samples.put("branch", new Branch(new ArrayList<>(List.of(new Child(7, new ActivityKey(1, 2, "id", 99), 3)))));
        samples.put("listener", listener(events.get(0), KeyedTimer.NOT_SET));
        samples.put("waiting listener", listener(events.get(0), 17));
        changes(events).forEach(change -> samples.put("change " + samples.size(), change));
        samples.putAll(KpiSamples.all(changes(events).get(1), letter));
        samples.putAll(KpiSamples.tracks());
        samples.putAll(SignalSamples.all(Play.of(events.get(0), SessionRules.DEFAULT.maxPlayMs())));
        samples.putAll(AlertSamples.all());
        samples.put("dead letter with headers", withHeaders(letter));
        changes(events).stream()
                .filter(Change.Revision.class::isInstance)
                .forEach(change -> samples.put("totals", totals(((Change.Revision) change).session())));
        return samples;
    }

    private static SessionTotals totals(Session session) {
        return new SessionTotals(
                "4-1a2b3c4d/90",
                1,
                2,
                session.events(),
                List.of("laptop", "phone"),
                session.country(),
                null,
                session.deviceType(),
                session.plays(),
                session.countedPlays(),
                session.skips(),
                session.deviceChanges(),
                "phone",
                new Stretches(3, 4, 5, 6, 7),
                new Runs.SoFar(
                        session.runs().stream()
                                .map(run -> new Runs.Growth(run, new Stretches(8, 9, 10), 11, true))
                                .toList(),
                        12,
                        13),
                new Moods.Sums(14, 15, 16, 17),
                18,
                session.interruptions());
    }

    private static DeadLetter withHeaders(DeadLetter letter) {
        return new DeadLetter(
                letter.reason(),
                letter.explanation(),
                letter.origin(),
                letter.partition(),
                letter.position(),
                letter.key(),
                letter.original(),
                List.of(
                        new Header("trace", new byte[] {7, 8}),
                        new Header("trace", null),
                        new Header("", new byte[0])));
    }

    private static List<PlaybackEvent> events() {
        return List.of(
                aPlay().withId("full")
                        .withPlayId("p1")
                        .fromPlaylist("discover-weekly", "2026-W10")
                        .startedBy("clickrow")
                        .shuffled()
                        .offline()
                        .inCountry("SE")
                        .inTimeZone("Europe/Stockholm")
                        .sentAt("09:10")
                        .receivedAt("09:20")
                        .feeling(700, 300)
                        .skipped()
                        .build()
                        .correctedBy(600_000),
                aPlay().withId("bare").of(null).build(),
                spokenContent().withId("spoken").build(),
                aStart().withId("start").build(),
                aPause().withId("pause").build(),
                aResume().withId("resume").build(),
                aSearch().withId("search").withSearchId("s1").build(),
                anAd().withId("ad").build());
    }

    private static ListenerState listener(PlaybackEvent event, long settlingTimer) {
        ListenerMemory memory = new ListenerMemory(
                1,
                2,
                3,
                new StoredTotals(4, 5),
                List.of(new CurrentSession(1, 2, 3, 4, true, false, true, 5, 6, 7, 8)),
                List.of(new SupersededSession(1, 2, true, 3, 4, 5)),
                List.of(new DeviceInUse("phone", 1, null, 2, 3), new DeviceInUse("", 1, "p1", 2, 3)),
                List.of(new BrokenPlay(event, 42)),
                List.of(new WindowCount(81_792, 30, 1)));
        Leaf leaf = new Leaf(new ArrayList<>(List.of(new Activity(1, 2, true, 99, event))));
        return new ListenerState(memory, 11, settlingTimer, KeyedTimer.NOT_SET, 7, leaf);
    }

    private static List<Change> changes(List<PlaybackEvent> events) {
        Session session =
                BatchReference.sessionsOf(events, SessionRules.DEFAULT).get(0);
        SessionId id = session.id();
        Play play = Play.of(events.get(0), SessionRules.DEFAULT.maxPlayMs());
        return List.of(
                new Change.Revision(session, 3, Change.Status.CORRECTED, true, 4, 5, "1-ab"),
                new Change.Superseded("anna", id, 1, 2, new SessionId("other"), 3, 4, "1-ab"),
                new Change.Purged("anna", id),
                new Change.PlaysOfSession("anna", id, 1, 2, List.of(play)),
                new Change.PlaysGone("anna", id, 1));
    }
}
