package dev.segue.architecture.broken.domain_stands_alone.domain;

/** Knows a framework. */
public final class CulpritInFlink {
    org.apache.flink.util.Collector<String> collector;
}
