package dev.segue.adapters.flink.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.JobID;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.apache.flink.runtime.clusterframework.types.ResourceID;
import org.apache.flink.runtime.executiongraph.ExecutionGraphTestUtils;
import org.apache.flink.runtime.metrics.groups.AbstractMetricGroup;
import org.apache.flink.runtime.metrics.groups.TaskManagerMetricGroup;
import org.apache.flink.runtime.metrics.groups.TaskMetricGroup;
import org.apache.flink.runtime.metrics.util.TestingMetricRegistry;
import org.apache.flink.runtime.operators.testutils.MockEnvironment;
import org.apache.flink.runtime.operators.testutils.MockEnvironmentBuilder;
import org.apache.flink.runtime.operators.testutils.MockInputSplitProvider;

/** The metrics of Segue that one task has registered, as a reporter would see them. */
public final class RecordedMetrics {

    private static final String OURS = "taskmanager.job.task.operator.segue";

    private final Map<String, Metric> byName = new TreeMap<>();

    private final TaskMetricGroup task = TaskManagerMetricGroup.createTaskManagerMetricGroup(
                    TestingMetricRegistry.builder()
                            .setRegisterConsumer(this::register)
                            .build(),
                    "host",
                    ResourceID.generate())
            .addJob(new JobID(), "job")
            .addTask(ExecutionGraphTestUtils.createExecutionAttemptId(), "task");

    /** The group for the task's environment. */
    public TaskMetricGroup task() {
        return task;
    }

    /** An environment with these metrics, for an operator alone in its task. */
    public MockEnvironment environment() {
        return new MockEnvironmentBuilder()
                .setTaskName("task")
                .setManagedMemorySize(3L << 20)
                .setInputSplitProvider(new MockInputSplitProvider())
                .setMaxParallelism(128)
                .setMetricGroup(task)
                .build();
    }

    /**
     * The current value of a metric.
     *
     * @param name in its group, such as {@code read}, or {@code reason=UNREADABLE.rejected}
     */
    public double of(String name) {
        Metric metric = byName.get(name);
        assertThat(metric).as("%s among %s", name, byName.keySet()).isNotNull();
        return metric instanceof Counter counter
                ? counter.getCount()
                : ((Number) ((Gauge<?>) metric).getValue()).doubleValue();
    }

    private void register(Metric metric, String name, AbstractMetricGroup<?> group) {
        String scope = group.getLogicalScope(characters -> characters, '.');
        if (scope.equals(OURS)) {
            byName.put(name, metric);
        } else if (scope.startsWith(OURS + ".")) {
            String label = scope.substring(OURS.length() + 1);
            byName.put(label + "=" + group.getAllVariables().get("<" + label + ">") + "." + name, metric);
        }
    }
}
