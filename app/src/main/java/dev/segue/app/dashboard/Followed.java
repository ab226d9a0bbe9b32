package dev.segue.app.dashboard;

import dev.segue.adapters.kafka.codec.DeadLetterCodec;
import dev.segue.adapters.kafka.codec.HealthCodec;
import dev.segue.adapters.kafka.codec.IncidentCodec;
import dev.segue.adapters.kafka.codec.KpiCodec;
import dev.segue.adapters.kafka.codec.NoteCodec;
import dev.segue.adapters.kafka.codec.PlaysCodec;
import dev.segue.adapters.kafka.codec.SessionCodec;
import dev.segue.adapters.kafka.codec.SignalCodec;
import dev.segue.adapters.kafka.codec.TrackCodec;
import dev.segue.adapters.kafka.codec.TrackCodec.NamedTrack;
import dev.segue.adapters.kafka.codec.TrackKpisCodec;
import dev.segue.adapters.kafka.codec.UnusableRecord;
import dev.segue.adapters.kafka.registry.RegistryFailure;
import dev.segue.adapters.kafka.registry.SchemaRegistry;
import dev.segue.adapters.kafka.topic.Topic;
import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.adapters.web.store.Memory;
import dev.segue.adapters.web.view.HealthView;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * One topic that the page shows.
 *
 * @param use what the page reads from it, in one or two words
 * @param newest how many of the newest records of each partition are read, and all that come later
 * @param into stores one of its records in the memory
 */
record Followed(String topic, String use, long newest, Into into) {

    private static final long ALL = Long.MAX_VALUE;

    /** Enough for some of each reason, unless one is far more frequent than all others. */
    private static final long NEWEST_DEAD_LETTERS = 200;

    /** A topic of which all records are read. */
    private Followed(String topic, String use, Into into) {
        this(topic, use, ALL, into);
    }

    /** Whether its records are read from the first one on. */
    boolean isReadWhole() {
        return newest == ALL;
    }

    /** The topics that the page reads. */
    static final List<Topic> TOPICS = List.of(
            Topics.SESSIONS,
            Topics.PLAYS,
            Topics.KPIS,
            Topics.TRACK_KPIS,
            Topics.ALERTS,
            Topics.SIGNALS,
            Topics.HEALTH,
            Topics.TRACKS);

    /** Stores a record. */
    @FunctionalInterface
    interface Into {
        void take(ConsumerRecord<byte[], byte[]> record) throws UnusableRecord;
    }

    /**
     * Stores a record, unless it is unusable: also for values that nobody expected, because no record may stop the page.
     *
     * @return why it is unusable; empty when it was stored
     * @throws RegistryFailure when the registry is to blame, so that the record can be read again
     */
    Optional<Exception> take(ConsumerRecord<byte[], byte[]> record) {
        try {
            into.take(record);
            return Optional.empty();
        } catch (RegistryFailure e) {
            throw e;
        } catch (UnusableRecord | RuntimeException e) {
            return Optional.of(e);
        }
    }

    /** The topics that the page reads, and where it stores what they hold. */
    static List<Followed> all(Topics topics, SchemaRegistry registry, Memory memory, Extras extras) {
        List<Followed> all = new ArrayList<>(results(topics, registry, memory));
        if (extras.notes()) {
            all.add(notes(topics, registry, memory));
        }
        if (extras.deadLetters()) {
            all.add(deadLetters(topics, registry, memory));
        }
        return all;
    }

    private static Followed deadLetters(Topics topics, SchemaRegistry registry, Memory memory) {
        DeadLetterCodec codec = new DeadLetterCodec(registry, topics.deadLetters());
        return new Followed(
                topics.deadLetters(),
                HealthView.DEAD_LETTERS,
                NEWEST_DEAD_LETTERS,
                unlessGone(record -> memory.take(codec.decode(record.value()), record.timestamp())));
    }

    private static Followed notes(Topics topics, SchemaRegistry registry, Memory memory) {
        NoteCodec codec = new NoteCodec(registry, topics.alertNotes());
        return new Followed(topics.alertNotes(), "notes", record -> {
            if (record.value() == null) {
                memory.noteGone(new String(record.key(), StandardCharsets.UTF_8));
            } else {
                memory.take(codec.decode(record.value()));
            }
        });
    }

    private static List<Followed> results(Topics topics, SchemaRegistry registry, Memory memory) {
        SessionCodec sessions = new SessionCodec(registry, topics.sessions());
        PlaysCodec plays = new PlaysCodec(registry, topics.plays());
        KpiCodec kpis = new KpiCodec(registry, topics.kpis());
        TrackKpisCodec trackKpis = new TrackKpisCodec(registry, topics.trackKpis());
        IncidentCodec incidents = new IncidentCodec(registry, topics.alerts());
        SignalCodec signals = new SignalCodec(registry, topics.signals());
        HealthCodec health = new HealthCodec(registry, topics.health());
        TrackCodec tracks = new TrackCodec(registry, topics.tracks());
        return List.of(
                new Followed(
                        topics.sessions(),
                        "sessions",
                        record -> memory.take(sessions.decode(record.key(), record.value()))),
                new Followed(
                        topics.plays(), "plays", record -> memory.take(plays.decode(record.key(), record.value()))),
                new Followed(topics.kpis(), "KPIs", unlessGone(record -> memory.take(kpis.decode(record.value())))),
                new Followed(
                        topics.trackKpis(),
                        "track KPIs",
                        unlessGone(record -> memory.take(trackKpis.decode(record.value())))),
                new Followed(
                        topics.alerts(),
                        "incidents",
                        unlessGone(record -> memory.take(incidents.decode(record.value())))),
                new Followed(topics.signals(), "signals", record -> {
                    if (record.value() == null) {
                        memory.signalGone(new String(record.key(), StandardCharsets.UTF_8));
                    } else {
                        memory.take(signals.decode(record.value()), record.timestamp());
                    }
                }),
                new Followed(
                        topics.health(),
                        "health",
                        unlessGone(record -> memory.take(health.decode(record.value()), record.timestamp()))),
                new Followed(topics.tracks(), "titles", record -> {
                    if (record.value() == null) {
                        memory.titleGone(new String(record.key(), StandardCharsets.UTF_8));
                    } else {
                        NamedTrack track = tracks.decodeName(record.value());
                        memory.take(track.trackId(), track.name());
                    }
                }));
    }

    /** Ignores tombstones: these topics have none for anything that the page shows. */
    private static Into unlessGone(Into into) {
        return record -> {
            if (record.value() != null) {
                into.take(record);
            }
        };
    }
}
