package dev.segue.adapters.kafka.source;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.codec.KpiCodec;
import dev.segue.adapters.kafka.codec.PlaysCodec;
import dev.segue.adapters.kafka.codec.SessionCodec;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.domain.accounting.Received;
import dev.segue.domain.clock.Clocks;
import dev.segue.domain.kpi.KpiRow;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.Change.Revision;
import dev.segue.domain.session.Change.Superseded;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;

/**
 * Reads the results of our own jobs. Their time is the watermark that each record carries, so it follows the acceptance
 * clock of the writing job, by one checkpoint behind.
 *
 * <p>Without a checkpoint they begin with the earliest record: counts over upserts are only correct when every key has
 * been read.
 */
public final class ResultSources {

    private ResultSources() {}

    /**
     * The sessions topic, without end: revisions, superseded ids and purged ids.
     *
     * @param messages type information of the messages
     */
    public static ClockedSource<Received<Change>> sessions(
            KafkaCluster cluster,
            RegistryAccess registry,
            TopicReading reading,
            TypeInformation<Received<Change>> messages) {
        return new ClockedSource<>(
                cluster,
                registry,
                reading,
                schemas ->
                        new MessageDecoder<>(new SessionCodec(schemas, reading.topic())::decode, ResultSources::asOf),
                messages,
                OffsetsInitializer.earliest(),
                false);
    }

    /**
     * The topic of plays, without end: chunks of plays, and chunks that are gone. They do not say when they were made, so what
     * moves the clock is their watermarks alone.
     *
     * @param messages type information of the messages
     */
    public static ClockedSource<Received<Change>> plays(
            KafkaCluster cluster,
            RegistryAccess registry,
            TopicReading reading,
            TypeInformation<Received<Change>> messages) {
        return new ClockedSource<>(
                cluster,
                registry,
                reading,
                schemas ->
                        new MessageDecoder<>(new PlaysCodec(schemas, reading.topic())::decode, change -> Clocks.ENDED),
                messages,
                OffsetsInitializer.earliest(),
                false);
    }

    /**
     * The KPI topic, without end.
     *
     * @param messages type information of the messages
     */
    public static ClockedSource<Received<KpiRow>> kpis(
            KafkaCluster cluster,
            RegistryAccess registry,
            TopicReading reading,
            TypeInformation<Received<KpiRow>> messages) {
        return new ClockedSource<>(
                cluster,
                registry,
                reading,
                schemas -> {
                    KpiCodec codec = new KpiCodec(schemas, reading.topic());
                    return new MessageDecoder<>((key, value) -> codec.decode(value), KpiRow::asOf);
                },
                messages,
                OffsetsInitializer.earliest(),
                false);
    }

    private static long asOf(Change change) {
        if (change instanceof Revision revision) {
            return revision.asOf();
        }
        return change instanceof Superseded superseded ? superseded.asOf() : Clocks.NOT_STARTED;
    }
}
