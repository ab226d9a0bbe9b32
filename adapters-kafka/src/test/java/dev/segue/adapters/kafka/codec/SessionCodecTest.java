package dev.segue.adapters.kafka.codec;

import static dev.segue.adapters.kafka.codec.Samples.DISCOVER_WEEKLY;
import static dev.segue.adapters.kafka.codec.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.contracts.ContextType;
import dev.segue.contracts.DeviceType;
import dev.segue.contracts.MoodQuadrant;
import dev.segue.contracts.PlayContext;
import dev.segue.contracts.SessionRevision;
import dev.segue.contracts.SessionStatus;
import dev.segue.contracts.SessionTotals;
import dev.segue.domain.clock.Clocks;
import dev.segue.domain.listening.Interruptions;
import dev.segue.domain.listening.Mood;
import dev.segue.domain.listening.Run;
import dev.segue.domain.listening.Skips;
import dev.segue.domain.playback.Device;
import dev.segue.domain.playback.Intake;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.Session;
import dev.segue.domain.session.SessionId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SessionCodecTest {

    private static final Run RUN = new Run(
            DISCOVER_WEEKLY,
            "phone-1",
            Device.Type.PHONE,
            NOON + 1,
            NOON + 2,
            12,
            9,
            new Skips(1, 2, 3),
            List.of(3, 5, 6, 7, 10, 11),
            1_800_000,
            7,
            true);
    private static final Run ALBUM_RUN = new Run(
            new dev.segue.domain.playback.PlayContext(dev.segue.domain.playback.PlayContext.Type.ALBUM, "a-1", null),
            "",
            Device.Type.UNKNOWN,
            NOON,
            NOON + 2,
            1,
            0,
            Skips.NONE,
            List.of(),
            7,
            1,
            false);
    private static final Mood CALM = new Mood(Mood.Quadrant.CALM, 812, 123, 999);

    private static final byte[] KEY = "s-1".getBytes(StandardCharsets.UTF_8);

    private final RegistryInMemory registry = new RegistryInMemory();
    private final SessionCodec codec = new SessionCodec(registry, "listening.sessions");
    private final RecordWriter<SessionRevision> writer =
            new RecordWriter<>(registry, "listening.sessions", SessionRevision.getClassSchema());
    private final RecordReader<SessionRevision> reader = new RecordReader<>(registry, SessionRevision.getClassSchema());

    @Test
    void a_revision_holds_the_whole_session() throws UnusableRecord {
        Change.Revision revision = new Change.Revision(
                session(List.of(RUN), List.of(), CALM), 3, Change.Status.CORRECTED, true, NOON + 5, NOON + 6, "1-abc");

        assertThat(reader.read(codec.encode(revision)))
                .isEqualTo(SessionRevision.newBuilder()
                        .setSessionId("s-1")
                        .setUserId("anna")
                        .setRevision(3)
                        .setStatus(SessionStatus.CORRECTED)
                        .setSupersededBy(null)
                        .setOpen(true)
                        .setAsOf(Instant.ofEpochMilli(NOON + 5))
                        .setSettledAfter(Instant.ofEpochMilli(NOON + 6))
                        .setRulesVersion("1-abc")
                        .setStartedAt(Instant.ofEpochMilli(NOON))
                        .setTotals(SessionTotals.newBuilder()
                                .setEndedAt(Instant.ofEpochMilli(NOON + 3))
                                .setCountry("SE")
                                .setTimeZone("Europe/Stockholm")
                                .setDeviceType(DeviceType.TABLET)
                                .setPart(1)
                                .setEvents(40)
                                .setPlays(30)
                                .setCountedPlays(20)
                                .setSkips(new dev.segue.contracts.Skips(4, 5, 6))
                                .setListenedMs(3_600_000)
                                .setInterruptions(new dev.segue.contracts.Interruptions(7, 8, 9, 61_000L))
                                .setDevices(2)
                                .setDeviceChanges(3)
                                .setRunCount(11)
                                .setRuns(List.of(dev.segue.contracts.Run.newBuilder()
                                        .setContext(new PlayContext(
                                                ContextType.PLAYLIST, "37i9dQZEVXcJZyENOWUFo7", "2026-W10"))
                                        .setDeviceId("phone-1")
                                        .setDeviceType(DeviceType.PHONE)
                                        .setStartedAt(Instant.ofEpochMilli(NOON + 1))
                                        .setEndedAt(Instant.ofEpochMilli(NOON + 2))
                                        .setSongs(12)
                                        .setCountedPlays(9)
                                        .setSkips(new dev.segue.contracts.Skips(1, 2, 3))
                                        .setSkippedSongs(List.of(3, 5, 6, 7, 10, 11))
                                        .setListenedMs(1_800_000)
                                        .setLongestUnskipped(7)
                                        .setAbandoned(true)
                                        .build()))
                                .setLongestRun(12)
                                .setMood(new dev.segue.contracts.Mood(MoodQuadrant.CALM, 0.812, 0.123, 0.999))
                                .build())
                        .build());
    }

    @Test
    void a_superseded_id_has_no_totals() throws UnusableRecord {
        Change.Superseded superseded = new Change.Superseded(
                "anna", new SessionId("s-1"), NOON, 4, new SessionId("s-0"), NOON + 5, NOON + 6, "1-abc");

        assertThat(reader.read(codec.encode(superseded)))
                .isEqualTo(SessionRevision.newBuilder()
                        .setSessionId("s-1")
                        .setUserId("anna")
                        .setRevision(4)
                        .setStatus(SessionStatus.SUPERSEDED)
                        .setSupersededBy("s-0")
                        .setOpen(false)
                        .setAsOf(Instant.ofEpochMilli(NOON + 5))
                        .setSettledAfter(Instant.ofEpochMilli(NOON + 6))
                        .setRulesVersion("1-abc")
                        .setStartedAt(Instant.ofEpochMilli(NOON))
                        .setTotals(null)
                        .build());
    }

    @Test
    void a_clock_that_has_not_started_is_null() throws UnusableRecord {
        SessionRevision read = reader.read(codec.encode(revisionAsOf(Clocks.NOT_STARTED)));

        assertThat(read.getAsOf()).isNull();
    }

    @Test
    void a_clock_that_has_ended_is_the_largest_time() throws UnusableRecord {
        SessionRevision read = reader.read(codec.encode(revisionAsOf(Clocks.ENDED)));

        assertThat(read.getAsOf()).isEqualTo(Instant.ofEpochMilli(Long.MAX_VALUE));
    }

    @Test
    void a_mood_that_is_not_known_has_no_values() throws UnusableRecord {
        Mood unknown = new Mood(Mood.Quadrant.UNKNOWN, 0, 0, 99);
        SessionRevision read = reader.read(codec.encode(
                new Change.Revision(session(List.of(), unknown), 1, Change.Status.EARLY, true, NOON, NOON, "1")));

        assertThat(read.getTotals().getMood())
                .isEqualTo(new dev.segue.contracts.Mood(MoodQuadrant.UNKNOWN, null, null, 0.099));
    }

    @ParameterizedTest
    @EnumSource
    void every_status_has_its_word(Change.Status status) throws UnusableRecord {
        SessionRevision read = reader.read(
                codec.encode(new Change.Revision(session(List.of(), CALM), 1, status, false, NOON, NOON, "1")));

        assertThat(read.getStatus().name()).isEqualTo(status.name());
    }

    @ParameterizedTest
    @EnumSource
    void every_quadrant_has_its_word(Mood.Quadrant quadrant) throws UnusableRecord {
        SessionRevision read = reader.read(codec.encode(new Change.Revision(
                session(List.of(), new Mood(quadrant, 1, 2, 3)), 1, Change.Status.FINAL, false, NOON, NOON, "1")));

        assertThat(read.getTotals().getMood().getQuadrant().name()).isEqualTo(quadrant.name());
    }

    @Test
    void the_largest_session_stays_under_512_ki_b() {
        String longest = "界".repeat(Intake.LONGEST_TEXT);
        Run largest = new Run(
                new dev.segue.domain.playback.PlayContext(
                        dev.segue.domain.playback.PlayContext.Type.PLAYLIST, longest, longest),
                longest,
                Device.Type.UNKNOWN,
                Long.MIN_VALUE,
                Long.MIN_VALUE,
                Integer.MIN_VALUE,
                Integer.MIN_VALUE,
                new Skips(Integer.MIN_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE),
                IntStream.rangeClosed(1, Run.MOST_NUMBERED).boxed().toList(),
                Long.MIN_VALUE,
                Integer.MIN_VALUE,
                true);
        Session session = new Session(
                new SessionId("s-1"),
                longest,
                NOON,
                NOON,
                longest,
                longest,
                Device.Type.UNKNOWN,
                1,
                1,
                1,
                1,
                Skips.NONE,
                1,
                Interruptions.NONE,
                1,
                1,
                1,
                Collections.nCopies(Session.MOST_RUNS - 1, largest),
                1,
                List.of(largest),
                CALM);

        assertThat(codec.encode(new Change.Revision(session, 1, Change.Status.EARLY, true, NOON, NOON, "1")))
                .hasSizeBetween(450 * 1024, 500 * 1024);
    }

    @Test
    void a_revision_is_read_back_as_it_was() throws UnusableRecord {
        Session session = session(List.of(RUN), List.of(ALBUM_RUN), CALM);
        Change.Revision revision =
                new Change.Revision(session, 3, Change.Status.CORRECTED, true, NOON + 5, NOON + 6, "1-abc");

        assertThat(codec.decode(KEY, codec.encode(revision))).isEqualTo(revision);
    }

    @ParameterizedTest
    @EnumSource
    void every_status_is_read_back(Change.Status status) throws UnusableRecord {
        Mood unknown = new Mood(Mood.Quadrant.UNKNOWN, 0, 0, 99);
        Change.Revision revision = new Change.Revision(
                session(List.of(), unknown), 1, status, false, Clocks.NOT_STARTED, Clocks.ENDED, "");

        assertThat(codec.decode(KEY, codec.encode(revision))).isEqualTo(revision);
    }

    @Test
    void a_superseded_id_is_read_back_as_it_was() throws UnusableRecord {
        Change.Superseded superseded = new Change.Superseded(
                "anna", new SessionId("s-1"), NOON, 4, new SessionId("s-0"), Clocks.ENDED, NOON + 6, "1-abc");

        assertThat(codec.decode(KEY, codec.encode(superseded))).isEqualTo(superseded);
    }

    @Test
    void a_record_without_a_value_says_that_its_id_is_purged() throws UnusableRecord {
        assertThat(codec.decode(KEY, null)).isEqualTo(new Change.Purged(null, new SessionId("s-1")));
    }

    @Test
    void a_mood_that_was_not_computed_is_unknown() throws UnusableRecord {
        SessionRevision revision = reader.read(codec.encode(revisionAsOf(NOON)));
        SessionRevision withoutMood = SessionRevision.newBuilder(revision)
                .setTotals(SessionTotals.newBuilder(revision.getTotals())
                        .setMood(null)
                        .build())
                .build();

        Change.Revision read = (Change.Revision) codec.decode(KEY, writer.write(withoutMood));

        assertThat(read.session().mood()).isEqualTo(new Mood(Mood.Quadrant.UNKNOWN, 0, 0, 0));
    }

    @Test
    void what_says_nothing_of_a_session_is_unusable() throws UnusableRecord {
        SessionRevision revision = reader.read(codec.encode(revisionAsOf(NOON)));
        SessionRevision unknown = SessionRevision.newBuilder(revision)
                .setStatus(SessionStatus.UNKNOWN)
                .build();
        SessionRevision empty =
                SessionRevision.newBuilder(revision).setTotals(null).build();
        SessionRevision lost = SessionRevision.newBuilder(revision)
                .setStatus(SessionStatus.SUPERSEDED)
                .build();

        assertThatThrownBy(() -> codec.decode(KEY, writer.write(unknown)))
                .isInstanceOf(UnusableRecord.class)
                .hasMessage("The revision has an unknown status.");
        assertThatThrownBy(() -> codec.decode(KEY, writer.write(empty)))
                .isInstanceOf(UnusableRecord.class)
                .hasMessage("The session is current, but has no totals.");
        assertThatThrownBy(() -> codec.decode(KEY, writer.write(lost)))
                .isInstanceOf(UnusableRecord.class)
                .hasMessage("The session is superseded, but its replacement is missing.");
        assertThatThrownBy(() -> codec.decode(KEY, new byte[3])).isInstanceOf(UnusableRecord.class);
        assertThatThrownBy(() -> codec.decode(null, null))
                .isInstanceOf(UnusableRecord.class)
                .hasMessage("The record has neither a key nor a value.");
    }

    private static Change.Revision revisionAsOf(long clock) {
        return new Change.Revision(session(List.of(), CALM), 1, Change.Status.EARLY, true, clock, NOON, "1");
    }

    private static Session session(List<Run> runs, Mood mood) {
        return session(runs, List.of(), mood);
    }

    private static Session session(List<Run> runs, List<Run> otherRuns, Mood mood) {
        return new Session(
                new SessionId("s-1"),
                "anna",
                NOON,
                NOON + 3,
                "SE",
                "Europe/Stockholm",
                Device.Type.TABLET,
                1,
                40,
                30,
                20,
                new Skips(4, 5, 6),
                3_600_000,
                new Interruptions(7, 8, 9, 61_000),
                2,
                3,
                11,
                runs,
                12,
                otherRuns,
                mood);
    }
}
