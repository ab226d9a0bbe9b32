package dev.segue.architecture.broken.adapters_do_not_know_each_other.adapters.kafka;

/** Knows the other adapter. */
public final class Culprit {
    dev.segue.architecture.broken.adapters_do_not_know_each_other.adapters.flink.Innocent type;
}
