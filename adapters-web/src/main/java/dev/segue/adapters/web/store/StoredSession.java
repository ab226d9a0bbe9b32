package dev.segue.adapters.web.store;

import dev.segue.adapters.web.store.packed.PackedPlays;
import dev.segue.adapters.web.store.packed.PackedRevision;
import dev.segue.domain.listening.Play;
import dev.segue.domain.session.Change;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One session id, packed: its latest revision, all revisions in short, and its plays. Linked in order of update. */
final class StoredSession {

    private static final byte[][] NO_CHUNKS = {};

    /** Bytes of the object, of its map entry and of its reference from the listener. */
    private static final long BARE = 92;

    private static final long REFERENCE = 4;

    final String id;
    final StoredListener listener;

    private byte[] revision;
    private byte[] story;
    private byte[][] chunks = NO_CHUNKS;
    private boolean open;
    private boolean current;

    StoredSession olderSession;
    StoredSession newerSession;

    StoredSession(String id, StoredListener listener) {
        this.id = id;
        this.listener = listener;
    }

    /** The latest revision, not counting the one that superseded it; null before any. */
    Change.Revision revision() {
        return revision == null ? null : PackedRevision.unpack(revision, id, listener.name);
    }

    /** Oldest first. */
    List<RevisionSummary> story() {
        return RevisionSummary.unpack(story);
    }

    boolean isOpen() {
        return open;
    }

    /** Whether its latest record is a revision, not one that superseded it. */
    boolean isCurrent() {
        return current;
    }

    /** Start and end of the latest revision, in epoch milliseconds; there must be one. */
    long[] bounds() {
        return PackedRevision.bounds(revision);
    }

    /** Whether it has neither a revision nor plays. */
    boolean isEmpty() {
        return story == null && plays().isEmpty();
    }

    /** In bytes. */
    long weight() {
        long all = BARE + Weight.of(id) + Weight.of(revision) + Weight.of(story);
        for (byte[] chunk : chunks) {
            all += Weight.of(chunk);
        }
        return chunks.length == 0 ? all : all + Weight.array(chunks.length * REFERENCE);
    }

    void add(Change.Revision added) {
        revision = PackedRevision.pack(added);
        open = added.open();
        current = true;
        story = RevisionSummary.append(
                story,
                new RevisionSummary(
                        added.number(),
                        RevisionState.of(added.status()),
                        added.open(),
                        added.asOf(),
                        added.session().startedAt(),
                        added.session().endedAt(),
                        added.session().plays(),
                        added.session().skips().total(),
                        added.session().listenedMs(),
                        null));
    }

    void add(Change.Superseded added) {
        List<RevisionSummary> before = story();
        RevisionSummary last = before.isEmpty() ? null : before.get(before.size() - 1);
        open = false;
        current = false;
        story = RevisionSummary.append(
                story,
                new RevisionSummary(
                        added.number(),
                        RevisionState.SUPERSEDED,
                        false,
                        added.asOf(),
                        added.startedAt(),
                        last == null ? added.startedAt() : last.endedAt(),
                        last == null ? 0 : last.plays(),
                        last == null ? 0 : last.skips(),
                        last == null ? 0 : last.listenedMs(),
                        added.supersededBy().value()));
    }

    /** The plays of one chunk; empty if there is none. */
    List<Play> plays(int chunk) {
        return chunk < chunks.length && chunks[chunk] != null ? PackedPlays.unpack(chunks[chunk]) : List.of();
    }

    /** All plays, in order. */
    List<Play> plays() {
        List<Play> all = new ArrayList<>();
        for (int chunk = 0; chunk < chunks.length; chunk++) {
            all.addAll(plays(chunk));
        }
        return all;
    }

    /**
     * Replaces the plays of a chunk.
     *
     * @param plays empty if the chunk was deleted
     */
    void play(int chunk, List<Play> plays) {
        if (chunk >= chunks.length) {
            if (plays.isEmpty()) {
                return;
            }
            chunks = Arrays.copyOf(chunks, chunk + 1);
        }
        chunks[chunk] = plays.isEmpty() ? null : PackedPlays.pack(plays);
    }
}
