package dev.segue.benchmarks.peers;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.benchmarks.pipeline.Playback;
import dev.segue.benchmarks.pipeline.SideRun;
import dev.segue.domain.session.SessionRules;
import java.util.Map;

/**
 * A filled playback topic.
 *
 * @param events number of events on it
 * @param reference the sessions of its events
 * @param latest when the latest event occurred, in epoch milliseconds
 */
record Log(Workload workload, String topic, long events, Map<Key, Totals> reference, long latest) {

    /**
     * Fills the topic.
     *
     * @param smallestSize decides the number of listeners, so that all logs of a workload have as many
     */
    static Log fill(KafkaCluster cluster, RegistryAccess registry, Workload workload, long smallestSize, long events)
            throws Exception {
        String topic = workload + "-" + events;
        Recorded log = new Recorded(workload.log(smallestSize));
        Playback.write(cluster, registry, topic, log, events);
        return new Log(workload, topic, events, log.sessions(SideRun.rules(workload.lateness())), log.latest());
    }

    /** Sessions that ended before this time are due when the log ends: nothing more can change them. */
    long due() {
        SessionRules rules = SideRun.rules(workload.lateness());
        return latest - rules.gapMs() - rules.allowedLatenessMs() - SideRun.OUT_OF_ORDERNESS_MS;
    }
}
