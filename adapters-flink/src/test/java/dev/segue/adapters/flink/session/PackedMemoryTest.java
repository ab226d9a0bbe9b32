package dev.segue.adapters.flink.session;

import static dev.segue.domain.fixture.Events.aPlay;
import static dev.segue.domain.session.ListenerMemory.NEVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.session.ListenerMemory;
import dev.segue.domain.session.ListenerMemory.BrokenPlay;
import dev.segue.domain.session.ListenerMemory.CurrentSession;
import dev.segue.domain.session.ListenerMemory.DeviceInUse;
import dev.segue.domain.session.ListenerMemory.StoredTotals;
import dev.segue.domain.session.ListenerMemory.SupersededSession;
import dev.segue.domain.session.ListenerMemory.WindowCount;
import java.io.IOException;
import java.util.List;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A listener's memory is read as it was written. */
class PackedMemoryTest {

    private static final long FIRST = 1_772_900_000_000L;
    private static final long ALL_PLAYS = Long.MIN_VALUE;

    @Test
    void an_empty_one() throws IOException {
        assertThatItSurvives(new ListenerMemory());
        assertThat(bytes(new ListenerMemory())).hasSizeLessThan(12);
    }

    @ParameterizedTest
    @ValueSource(longs = {FIRST, 0, -5, Long.MIN_VALUE, NEVER})
    void one_with_times_that_never_come_and_with_others(long first) throws IOException {
        assertThatItSurvives(new ListenerMemory(
                1,
                Long.MAX_VALUE,
                Integer.MAX_VALUE,
                new StoredTotals(first, NEVER),
                List.of(
                        new CurrentSession(first, FIRST + 1, 0, 0, false, true, true, FIRST + 2, 3, ALL_PLAYS, 0),
                        new CurrentSession(FIRST + 9, FIRST + 10, 1, 2, true, false, false, NEVER, -7, NEVER, 3),
                        new CurrentSession(FIRST + 11, NEVER, 2, 9, true, true, true, ALL_PLAYS, 4, FIRST, 5)),
                List.of(
                        new SupersededSession(first, 4, true, 5, NEVER, FIRST),
                        new SupersededSession(FIRST, 6, false, 0, first, NEVER)),
                List.of(
                        new DeviceInUse("phone", Long.MIN_VALUE, null, NEVER, NEVER),
                        new DeviceInUse("", FIRST, "play", FIRST, FIRST + 200_000)),
                List.of(new BrokenPlay(aPlay().at("20:00").build(), -1)),
                List.of(new WindowCount(81_792, 30, 1), new WindowCount(-1, 0, 0))));
    }

    @Test
    void a_session_that_waits_to_be_settled_takes_few_bytes() throws IOException {
        CurrentSession one = waiting(FIRST);
        CurrentSession next = waiting(FIRST + 7_200_000);

        int more = bytes(memory(List.of(one, next))).length - bytes(memory(List.of(one))).length;

        assertThat(more).isLessThan(20);
    }

    private static CurrentSession waiting(long startedAt) {
        long endedAt = startedAt + 2_400_000;
        return new CurrentSession(startedAt, endedAt, 0, 5, true, false, false, NEVER, endedAt + 900_000, NEVER, 1);
    }

    private static ListenerMemory memory(List<CurrentSession> current) {
        return new ListenerMemory(1, 1, 0, StoredTotals.NONE, current, List.of(), List.of(), List.of(), List.of());
    }

    private static void assertThatItSurvives(ListenerMemory memory) throws IOException {
        ListenerMemory read = PackedMemory.read(new DataInputDeserializer(bytes(memory)));

        assertThat(read.rootPage()).isEqualTo(memory.rootPage());
        assertThat(read.lastPage()).isEqualTo(memory.lastPage());
        assertThat(read.receipts()).isEqualTo(memory.receipts());
        assertThat(read.totals()).isEqualTo(memory.totals());
        assertThat(read.current()).isEqualTo(memory.current());
        assertThat(read.superseded()).isEqualTo(memory.superseded());
        assertThat(read.devices()).isEqualTo(memory.devices());
        assertThat(read.brokenPlays()).isEqualTo(memory.brokenPlays());
        assertThat(read.windows()).isEqualTo(memory.windows());
    }

    private static byte[] bytes(ListenerMemory memory) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        PackedMemory.write(memory, out);
        return out.getCopyOfBuffer();
    }
}
