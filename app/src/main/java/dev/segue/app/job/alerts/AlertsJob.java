package dev.segue.app.job.alerts;

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
import dev.segue.domain.kpi.KpiRow;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** KPI rows from Kafka to incidents on Kafka. */
public final class AlertsJob implements Job {

    public static final Registration REGISTRATION = new Registration(
            "alerts", "Finds KPIs outside their expected range.", AlertsConfig.OPTIONS, new AlertsModule());

    private final AlertsConfig config;
    private final JobSettings settings;
    private final ResultStreams results;
    private final Sinks sinks;

    @Inject
    AlertsJob(AlertsConfig config, JobSettings settings, ResultStreams results, Sinks sinks) {
        this.config = config;
        this.settings = settings;
        this.results = results;
        this.sinks = sinks;
    }

    @Override
    public TopicUse topics() {
        return TopicUse.of(config.topics())
                .reading(Topics.KPIS)
                .writing(Topics.ALERTS, Topics.DEAD_LETTERS, Topics.HEALTH);
    }

    @Override
    public void define(StreamExecutionEnvironment flink, TopicCheck topics) {
        DataStream<Received<KpiRow>> rows = results.kpis(flink, topics, config.kpis());
        AlertStreams alerts =
                AlertsPipeline.define(rows, config.watch(), config.rules(), config.mostSeries(), settings.name());
        write(alerts);
    }

    private void write(AlertStreams alerts) {
        alerts.incidents().sinkTo(sinks.alerts()).name("write incidents").uid("write-incidents");
        alerts.deadLetters()
                .sinkTo(sinks.deadLetters())
                .name("write dead letters")
                .uid("write-dead-letters");
        alerts.health().sinkTo(sinks.health()).name("write health").uid("write-health");
    }
}
