package dev.segue.app.job.signals;

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
import dev.segue.domain.playback.PlaybackRecord;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Playback events from Kafka to signals on Kafka. */
public final class SignalsJob implements Job {

    public static final Registration REGISTRATION = new Registration(
            "signals",
            "Turns playback events into signals: a listener right now, next songs, and whether to play an ad.",
            SignalsConfig.OPTIONS,
            new SignalsModule());

    private final SignalsConfig config;
    private final JobSettings settings;
    private final PlaybackStream playback;
    private final CatalogueAccess catalogue;
    private final Sinks sinks;

    @Inject
    SignalsJob(
            SignalsConfig config,
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
        return TopicUse.of(config.topics())
                .reading(Topics.PLAYBACK, Topics.TRACKS)
                .writing(Topics.SIGNALS, Topics.HEALTH);
    }

    @Override
    public void define(StreamExecutionEnvironment flink, TopicCheck topics) {
        DataStream<Received<PlaybackRecord>> received = playback.read(flink, topics, config.playback());
        SignalStreams signals = SignalsPipeline.define(
                received, config.playback().ofState(), catalogue, config.rules(), config.flushEvery(), settings.name());
        write(signals);
    }

    private void write(SignalStreams signals) {
        signals.signals().sinkTo(sinks.signals()).name("write signals").uid("write-signals");
        signals.health().sinkTo(sinks.health()).name("write health").uid("write-health");
    }
}
