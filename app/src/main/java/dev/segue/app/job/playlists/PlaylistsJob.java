package dev.segue.app.job.playlists;

import com.google.inject.Inject;
import dev.segue.adapters.kafka.sink.Sinks;
import dev.segue.adapters.kafka.topic.TopicCheck;
import dev.segue.adapters.kafka.topic.TopicUse;
import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.app.job.Job;
import dev.segue.app.job.Registration;
import dev.segue.app.job.ResultStreams;
import dev.segue.app.option.JobSettings;
import dev.segue.domain.accounting.Received;
import dev.segue.domain.session.Change;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Sessions from Kafka to KPI rows on Kafka. */
public final class PlaylistsJob implements Job {

    public static final Registration REGISTRATION = new Registration(
            "playlists",
            "Turns sessions into KPI rows: per playlist, edition, place, and local hour, day and week.",
            PlaylistsConfig.OPTIONS,
            new PlaylistsModule());

    private final PlaylistsConfig config;
    private final JobSettings settings;
    private final ResultStreams results;
    private final Sinks sinks;

    @Inject
    PlaylistsJob(PlaylistsConfig config, JobSettings settings, ResultStreams results, Sinks sinks) {
        this.config = config;
        this.settings = settings;
        this.results = results;
        this.sinks = sinks;
    }

    @Override
    public TopicUse topics() {
        return TopicUse.of(config.topics())
                .reading(Topics.SESSIONS)
                .writing(Topics.KPIS, Topics.DEAD_LETTERS, Topics.HEALTH);
    }

    @Override
    public void define(StreamExecutionEnvironment flink, TopicCheck topics) {
        DataStream<Received<Change>> sessions = results.sessions(flink, topics, config.sessions());
        KpiStreams kpis = PlaylistsPipeline.define(sessions, config.rules(), settings.name());
        write(kpis);
    }

    private void write(KpiStreams kpis) {
        kpis.rows().sinkTo(sinks.kpis()).name("write KPI rows").uid("write-kpis");
        kpis.deadLetters()
                .sinkTo(sinks.deadLetters())
                .name("write dead letters")
                .uid("write-dead-letters");
        kpis.health().sinkTo(sinks.health()).name("write health").uid("write-health");
    }
}
