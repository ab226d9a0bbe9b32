package dev.segue.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.app.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One listener's history, exported more than once and worded differently each time. */
class ExportsOfOnePlayTest {

    /** As exported until 2022. */
    private static final String OLD =
            """
            [{"ts":"2024-05-01T10:03:00Z","username":"anna","platform":"Android OS 9 API 28 (Google, Pixel 3)","ms_played":180000,"conn_country":"ZZ","master_metadata_track_name":"Song","master_metadata_album_artist_name":"Them","spotify_track_uri":"spotify:track:1","reason_start":"clickrow","reason_end":"unknown","shuffle":null,"skipped":null,"offline":false,"offline_timestamp":1714557600123,"incognito_mode":false}]
            """;

    /** As exported since 2023. */
    private static final String NEW =
            """
            [{"ts":"2024-05-01T10:03:00Z","platform":"android","ms_played":180000,"conn_country":"SE","master_metadata_track_name":"Song (Remastered)","master_metadata_album_artist_name":"Them","spotify_track_uri":"spotify:track:1","audiobook_title":null,"reason_start":"clickrow","reason_end":"fwdbtn","shuffle":true,"skipped":true,"offline":true,"offline_timestamp":1714557600,"incognito_mode":true}]
            """;

    /** The next play on the same phone, in one export only. */
    private static final String NEXT_IN_OLD =
            OLD.replace("10:03:00", "10:06:00").replace("track:1", "track:2").replace("unknown", "trackdone");

    @TempDir
    private Path folder;

    private Path out;

    @BeforeEach
    void chooseOut() {
        out = folder.resolve("sessions.out");
    }

    @Test
    void a_play_in_the_exports_of_before_and_after_2023_is_one_play_of_one_listener_whichever_comes_first()
            throws IOException {
        Path old = file("endsong_0.json", OLD);
        Path now = file("Streaming_History_Audio_2024_0.json", NEW);

        Replayed oldFirst = Replayed.with(old, now, "--out", out);
        String sessions = Files.readString(out);
        Replayed newFirst = Replayed.with(now, old, "--out", out);

        assertThat(oldFirst.ledger())
                .isEqualTo("2 files, 2 rows read = 1 accepted + 1 duplicate + 0 late + 0 rejected");
        assertThat(newFirst.ledger()).isEqualTo(oldFirst.ledger());
        assertThat(Files.readString(out)).isEqualTo(sessions);
        assertThat(sessions.lines().toList()).singleElement().satisfies(session -> assertThat(session)
                .contains("\"user_id\":\"anna\"", "\"plays\":1", "\"listened_ms\":180000", "\"late\":1"));
    }

    @Test
    void as_a_stream_it_is_one_play_too() throws IOException {
        Replayed replayed = Replayed.with(
                file("b.json", NEW), file("a.json", OLD), "--as-stream", "--allowed-lateness", "0", "--out", out);

        assertThat(replayed.ledger())
                .isEqualTo("2 files, 2 rows read = 1 accepted + 1 duplicate + 0 late + 0 rejected");
        assertThat(Files.readString(out)).contains("\"late\":1");
    }

    @Test
    void a_device_that_one_export_names_in_full_is_not_another_device() throws IOException {
        Replayed.with(file("old.json", OLD), file("next.json", NEXT_IN_OLD), file("new.json", NEW), "--out", out);

        assertThat(Files.readString(out)).contains("\"plays\":2", "\"devices\":1", "\"interruptions\":0");
    }

    @Test
    void a_play_that_differs_in_time_in_length_or_in_what_was_played_is_another() throws IOException {
        Path one = file("1.json", NEW);
        Path later = file("2.json", NEW.replace("10:03:00", "10:03:01"));
        Path longer = file("3.json", NEW.replace("180000", "180001"));
        Path other = file("4.json", NEW.replace("track:1", "track:2"));

        assertThat(Replayed.with(one, later, longer, other).ledger())
                .isEqualTo("4 files, 4 rows read = 4 accepted + 0 duplicate + 0 late + 0 rejected");
    }

    @Test
    void without_a_uri_a_play_is_known_by_its_titles() throws IOException {
        String untitled = NEW.replace("\"spotify_track_uri\":\"spotify:track:1\",", "");
        Path one = file("1.json", untitled);
        Path again = file("2.json", untitled.replace("android", "Android OS 14"));
        Path other = file("3.json", untitled.replace("Them", "Others"));

        assertThat(Replayed.with(one, again, other).ledger())
                .isEqualTo("3 files, 3 rows read = 2 accepted + 1 duplicate + 0 late + 0 rejected");
    }

    @Test
    void a_row_that_is_rejected_says_nothing_about_the_play() throws IOException {
        Path good = file("1.json", NEW);
        Path tooLong = file("2.json", NEW.replace("\"android\"", '"' + "x".repeat(257) + '"'));
        Path worded = file("3.json", OLD);

        assertThat(Replayed.with(tooLong, good, worded, "--out", out).ledger())
                .isEqualTo("3 files, 3 rows read = 1 accepted + 1 duplicate + 0 late + 1 rejected");
        assertThat(Replayed.with(tooLong, good).ledger())
                .isEqualTo("2 files, 2 rows read = 1 accepted + 0 duplicate + 0 late + 1 rejected");
    }

    @Test
    void several_names_are_several_listeners() throws IOException {
        Replayed.with(file("a.json", OLD), file("b.json", OLD.replace("anna", "bob")), "--out", out);

        assertThat(listeners()).containsExactly("anna", "bob");
    }

    @Test
    void a_name_is_the_same_in_capitals() throws IOException {
        Replayed.with(file("a.json", OLD), file("b.json", OLD.replace("anna", "Anna")), "--out", out);
        assertThat(listeners()).containsExactly("anna");

        Replayed.with(file("b.json", OLD.replace("anna", "Anna")), "--out", out);
        assertThat(listeners()).containsExactly("Anna");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"  \"", "\"NA\"", "\"null\"", "\"NaN\"", "\"None\""})
    void a_row_without_a_name_belongs_to_the_only_one_who_is_named(String nobody) throws IOException {
        String rows = OLD.strip().replace("}]", "},")
                + NEXT_IN_OLD.strip().substring(1).replace("\"anna\"", nobody);

        Replayed.with(file("a.json", rows), "--out", out);

        assertThat(listeners()).containsExactly("anna");
        assertThat(Files.readString(out)).contains("\"plays\":2");
    }

    @Test
    void where_nobody_is_named_the_listener_is_me_or_whoever_the_option_says() throws IOException {
        Path history = file("a.json", NEW);

        Replayed.with(history, "--out", out);
        assertThat(listeners()).containsExactly("me");

        Replayed.with(history, "--out", out, "--listener", "anna");
        assertThat(listeners()).containsExactly("anna");
    }

    @Test
    void the_owner_of_a_nameless_history_among_several_names_must_be_given() throws IOException {
        Path anna = file("a.json", OLD);
        Path bob = file("b.json", OLD.replace("anna", "bob"));
        Path nameless = file("c.json", NEW);

        Replayed replayed = Replayed.with(anna, bob, nameless, "--out", out);
        assertThat(replayed)
                .isEqualTo(new Replayed(
                        ExitCode.WRONG_USAGE,
                        "",
                        String.join(
                                System.lineSeparator(),
                                "segue: Some rows name no listener, in " + nameless
                                        + ", and the files name several: anna, bob. Set the listener of these rows"
                                        + " with --listener NAME, or replay each person's files separately.",
                                "Try 'segue replay --help'.",
                                "")));
        assertThat(out).doesNotExist();

        Replayed emitted = Replayed.with(anna, bob, nameless, "--out", out, "--listener", "Bob");
        assertThat(listeners()).containsExactly("anna", "bob");
        assertThat(emitted.ledger()).isEqualTo("3 files, 3 rows read = 2 accepted + 1 duplicate + 0 late + 0 rejected");
    }

    @Test
    void each_folder_may_be_the_exports_of_another() throws IOException {
        for (String name : List.of("anna", "bob")) {
            Files.createDirectory(folder.resolve(name));
            Files.writeString(folder.resolve(name).resolve("endsong_0.json"), OLD.replace("anna", name));
            Files.writeString(folder.resolve(name).resolve("Streaming_History_Audio_0.json"), NEW);
        }

        Replayed replayed = Replayed.with(folder.resolve("anna"), folder.resolve("bob"), "--out", out);

        assertThat(listeners()).containsExactly("anna", "bob");
        assertThat(replayed.ledger())
                .isEqualTo("4 files, 4 rows read = 2 accepted + 2 duplicate + 0 late + 0 rejected");
    }

    @ParameterizedTest
    @CsvSource({"''", "'  '"})
    void a_listener_must_have_a_name(String name) throws IOException {
        assertThat(Replayed.with(file("a.json", NEW), "--listener", name))
                .isEqualTo(new Replayed(
                        ExitCode.WRONG_USAGE,
                        "",
                        String.join(
                                System.lineSeparator(),
                                "segue: The name after --listener must not be blank or longer than 256 characters.",
                                "Try 'segue replay --help'.",
                                "")));
    }

    private List<String> listeners() throws IOException {
        return Files.readAllLines(out).stream()
                .map(line -> line.replaceFirst(".*\"user_id\":\"(.*?)\".*", "$1"))
                .distinct()
                .sorted()
                .toList();
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
