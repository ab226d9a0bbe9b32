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
import dev.segue.domain.accounting.Health;
import dev.segue.domain.accounting.Received;
import dev.segue.domain.playback.DeadLetter;
import dev.segue.domain.session.Change;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Sessions and plays from Kafka to KPI rows and track KPIs on Kafka. */
public final class PlaylistsJob implements Job {

    public static final Registration REGISTRATION = new Registration(
            "playlists",
            "Turns sessions into KPI rows: per playlist, edition, place, and local hour, day and week; and plays into track"
                    + " KPIs, per playlist, edition and week.",
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
        TopicUse use = TopicUse.of(config.topics())
                .reading(Topics.SESSIONS)
                .writing(Topics.KPIS, Topics.DEAD_LETTERS, Topics.HEALTH);
        return config.trackRules().countTracks() ? use.reading(Topics.PLAYS).writing(Topics.TRACK_KPIS) : use;
    }

    @Override
    public void define(StreamExecutionEnvironment flink, TopicCheck topics) {
        DataStream<Received<Change>> sessions = results.sessions(flink, topics, config.sessions());
        PlaylistsPipeline pipeline = new PlaylistsPipeline(config.rules(), settings.name());
        KpiStreams kpis = pipeline.kpis(sessions);
        kpis.rows().sinkTo(sinks.kpis()).name("write KPI rows").uid("write-kpis");
        DataStream<DeadLetter> deadLetters = kpis.deadLetters();
        DataStream<Health> health = kpis.health();
        if (config.trackRules().countTracks()) {
            TrackStreams tracks =
                    pipeline.tracks(kpis.updates(), results.plays(flink, topics, config.plays()), config.trackRules());
            tracks.kpis().sinkTo(sinks.trackKpis()).name("write track KPIs").uid("write-track-kpis");
            deadLetters = deadLetters.union(tracks.deadLetters());
            health = health.union(tracks.health());
        }
        deadLetters.sinkTo(sinks.deadLetters()).name("write dead letters").uid("write-dead-letters");
        health.sinkTo(sinks.health()).name("write health").uid("write-health");
    }
}
