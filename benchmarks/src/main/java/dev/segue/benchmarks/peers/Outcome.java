package dev.segue.benchmarks.peers;

import dev.segue.benchmarks.pipeline.Figures;

/**
 * What came of one run.
 *
 * @param figures what it took; null when it failed
 * @param diskBytes the most that its folder held at any time: state and checkpoints
 * @param verdict on its sessions; null when it has none of its own, or failed
 * @param failure why it failed, in words; null when it did not
 */
record Outcome(Figures figures, long diskBytes, Verdict verdict, String failure) {

    static Outcome failed(String why) {
        return new Outcome(null, 0, null, why);
    }
}
