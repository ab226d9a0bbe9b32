package dev.segue.app.job.sessions;

import com.google.inject.Inject;
import dev.segue.adapters.kafka.sink.Sinks;
import dev.segue.adapters.kafka.topic.TopicCheck;
import dev.segue.adapters.kafka.topic.TopicUse;
import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.app.job.Job;
import dev.segue.app.job.PlaybackStream;
import dev.segue.app.job.Registration;
import dev.segue.app.option.JobSettings;
import dev.segue.domain.accounting.Received;
import dev.segue.domain.catalogue.CatalogueAccess;
import dev.segue.domain.clock.Feed;
import dev.segue.domain.playback.PlaybackRecord;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Playback events from Kafka to sessions on Kafka. */
public final class SessionsJob implements Job {

    public static final Registration REGISTRATION = new Registration(
            "sessions",
            "Turns playback events into listening sessions and their plays.",
            SessionsConfig.OPTIONS,
            new SessionsModule());

    private final SessionsConfig config;
    private final JobSettings settings;
    private final PlaybackStream playback;
    private final CatalogueAccess catalogue;
    private final Sinks sinks;

    @Inject
    SessionsJob(
            SessionsConfig config,
            JobSettings settings,
            PlaybackStream playback,
            CatalogueAccess catalogue,
            Sinks sinks) {
        this.config = config;
        this.settings = settings;
        this.playback = playback;
        this.catalogue = catalogue;
        this.sinks = sinks;
    }

    @Override
    public TopicUse topics() {
        TopicUse use = TopicUse.of(config.topics())
                .reading(Topics.PLAYBACK)
                .writing(Topics.SESSIONS, Topics.PLAYS, Topics.LATE, Topics.DEAD_LETTERS, Topics.HEALTH);
        return config.catalogueUsed() ? use.reading(Topics.TRACKS) : use;
    }

    @Override
    public void define(StreamExecutionEnvironment flink, TopicCheck topics) {
        DataStream<Received<PlaybackRecord>> received = playback.read(flink, topics, config.playback());
        SessionStreams sessions = SessionsPipeline.define(
                received, config.playback().ofState(), catalogue, config.rules(), Feed.LIVE, settings.name());
        write(sessions);
    }

    private void write(SessionStreams sessions) {
        sessions.changes().sinkTo(sinks.changes()).name("write sessions").uid("write-sessions");
        sessions.late().sinkTo(sinks.late()).name("write late events").uid("write-late");
        sessions.deadLetters()
                .sinkTo(sinks.deadLetters())
                .name("write dead letters")
                .uid("write-dead-letters");
        sessions.health().sinkTo(sinks.health()).name("write health").uid("write-health");
    }
}
