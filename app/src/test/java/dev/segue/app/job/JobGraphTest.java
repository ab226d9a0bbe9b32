package dev.segue.app.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.adapters.kafka.topic.TopicCheck;
import dev.segue.app.Jobs;
import dev.segue.app.config.Config;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.api.java.typeutils.GenericTypeInfo;
import org.apache.flink.api.java.typeutils.runtime.kryo.KryoSerializer;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.apache.flink.streaming.api.transformations.PhysicalTransformation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every registered job can be restored from its checkpoints, and does not use Kryo. */
class JobGraphTest {

    static List<Registration> jobs() {
        return Jobs.ALL;
    }

    @ParameterizedTest
    @MethodSource("jobs")
    void every_step_has_an_id_by_which_a_checkpoint_finds_it(Registration job) {
        StreamExecutionEnvironment flink = defined(job);

        assertThat(flink.getTransformations()).hasSizeGreaterThan(1).allSatisfy(step -> {
            if (step instanceof PhysicalTransformation) {
                assertThat(step.getUid()).as("uid of '%s'", step.getName()).isNotBlank();
            }
        });
        assertThat(nodes(flink).stream().map(StreamNode::getTransformationUID))
                .doesNotContainNull()
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("jobs")
    void every_step_has_a_name_in_business_words(Registration job) {
        assertThat(defined(job).getTransformations())
                .filteredOn(PhysicalTransformation.class::isInstance)
                .extracting(Transformation::getName)
                .doesNotContain("Map", "Filter", "Flat Map", "Process", "KeyedProcess", "Sink", "Custom Source")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("jobs")
    void nothing_between_two_steps_is_left_to_kryo(Registration job) {
        StreamExecutionEnvironment flink = defined(job);

        assertThat(flink.getConfiguration().get(PipelineOptions.GENERIC_TYPES)).isFalse();
        assertThat(flink.getTransformations()).allSatisfy(step -> {
            assertThat(step.getOutputType())
                    .as("type after '%s'", step.getName())
                    .isNotInstanceOf(GenericTypeInfo.class);
            assertThat(step.getOutputType().createSerializer(flink.getConfig().getSerializerConfig()))
                    .as("serializer after '%s'", step.getName())
                    .isNotInstanceOf(KryoSerializer.class);
        });
        assertThat(nodes(flink)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("jobs")
    void the_most_workers_are_fixed(Registration job) {
        assertThat(nodes(defined(job)))
                .extracting(StreamNode::getMaxParallelism)
                .containsOnly(720);
    }

    @Test
    void a_step_without_an_id_is_refused() {
        StreamExecutionEnvironment flink = environment();
        flink.fromData(1, 2).uid("numbers").map(number -> number + 1).sinkTo(new DiscardingSink<>());

        assertThatThrownBy(() -> nodes(flink)).hasMessageContaining("no UID or hash has been assigned to operator Map");
    }

    @Test
    void a_type_that_falls_to_kryo_is_refused() {
        StreamExecutionEnvironment flink = environment();
        TypeInformation<Thread> generic = TypeInformation.of(new TypeHint<>() {});

        assertThatThrownBy(() -> generic.createSerializer(flink.getConfig().getSerializerConfig()))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("Generic types have been disabled");
    }

    private static StreamExecutionEnvironment defined(Registration registration) {
        JobRun run = registration.build(config(registration));
        StreamExecutionEnvironment flink =
                StreamExecutionEnvironment.getExecutionEnvironment(FlinkSettings.of(run.settings()));
        Map<String, Integer> partitions =
                run.job().topics().allNames().stream().collect(Collectors.toMap(topic -> topic, topic -> 2));
        run.job().define(flink, new TopicCheck(partitions, List.of()));
        return flink;
    }

    private static StreamExecutionEnvironment environment() {
        Registration any = Jobs.ALL.get(0);
        return StreamExecutionEnvironment.getExecutionEnvironment(
                FlinkSettings.of(any.build(config(any)).settings()));
    }

    private static Config config(Registration registration) {
        return Config.of(
                Map.of("kafka.bootstrap-servers", "nowhere:1", "registry.url", "http://nowhere:1"),
                registration.options());
    }

    private static List<StreamNode> nodes(StreamExecutionEnvironment flink) {
        StreamGraph graph = flink.getStreamGraph(false);
        return List.copyOf(graph.getStreamNodes());
    }
}
