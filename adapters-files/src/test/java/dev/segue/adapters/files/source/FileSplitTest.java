package dev.segue.adapters.files.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.adapters.files.format.Formats;
import dev.segue.adapters.files.input.InputFile;
import dev.segue.adapters.files.input.Place;
import dev.segue.domain.accounting.Received;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.playback.PlaybackRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** File splits are serialized for their readers, and reading resumes where it stopped. */
class FileSplitTest {

    private static final long NOW = 1_714_557_780_000L;

    @TempDir
    private Path folder;

    @Test
    void a_split_arrives_as_it_was_sent() throws IOException {
        FileSplitSerializer splits = new FileSplitSerializer();
        FileSplit inFolder = new FileSplit(
                3, new InputFile(Place.of(Path.of("a", "b.json")), false, Formats.HISTORY_JSON, 7), 0, NOW);
        FileSplit inArchive = new FileSplit(
                4,
                new InputFile(
                        new Place("a.zip!/\u00fc.csv", Path.of("a.zip").toUri(), 7), true, Formats.HISTORY_CSV, 8),
                9,
                NOW);

        FileSplitsSerializer all = new FileSplitsSerializer();

        assertThat(splits.deserialize(splits.getVersion(), splits.serialize(inArchive)))
                .isEqualTo(inArchive);
        assertThat(all.deserialize(all.getVersion(), all.serialize(List.of(inFolder, inArchive))))
                .containsExactly(inFolder, inArchive);
    }

    @Test
    void a_split_of_a_version_from_the_future_is_not_guessed_at() {
        assertThatThrownBy(() -> new FileSplitSerializer().deserialize(2, new byte[100]))
                .isInstanceOf(IOException.class)
                .hasMessage("unknown version of a file split: 2");
    }

    @Test
    void a_file_left_in_the_middle_is_taken_up_there() throws IOException {
        Path file = Files.writeString(
                folder.resolve("events.jsonl"),
                """
                {"user_id":"anna","occurred_at":1,"type":"SEARCH_PERFORMED"}
                garbage
                {"user_id":"","occurred_at":2,"type":"SEARCH_PERFORMED"}
                {"user_id":"anna","occurred_at":3,"type":"SEARCH_PERFORMED"}
                """);
        InputFile input = new InputFile(Place.of(file), false, Formats.EVENT_LINES, Files.size(file));
        FileSplit split = new FileSplit(0, input, 0, NOW);

        List<String> whole = inShort(split.getIterator());
        ReceivedEvents first = split.getIterator();
        first.next();
        first.next();
        first.close();
        FileSplit rest = split.getUpdatedSplitForIterator(first);

        assertThat(whole)
                .containsExactly(
                        "1",
                        "UNREADABLE at " + file + ":2: It is not valid JSON.",
                        "NO_LISTENER at " + file + ":3: The event has no listener.",
                        "3");
        assertThat(inShort(rest.getIterator())).isEqualTo(whole.subList(2, 4));
    }

    @Test
    void a_file_that_is_gone_is_rejected_and_no_reason_to_stop() {
        InputFile gone = new InputFile(Place.of(folder.resolve("gone.jsonl")), false, Formats.EVENT_LINES, 1);

        assertThat(inShort(new FileSplit(0, gone, 0, NOW).getIterator()))
                .containsExactly("UNREADABLE at " + gone.name() + ":1: The file cannot be read any further: "
                        + gone.name() + ".");
    }

    private static List<String> inShort(ReceivedEvents events) {
        List<String> all = new ArrayList<>();
        while (events.hasNext()) {
            Received<PlaybackRecord> received = events.next();
            all.add(
                    received instanceof Received.Rejected<PlaybackRecord> aside
                            ? aside.letter().toString()
                            : Long.toString(((PlaybackEvent) ((Received.Message<PlaybackRecord>) received).content())
                                    .occurredAt()));
        }
        return all;
    }
}
