/** The first operator: counts input, sends unusable records to dead letters, and enriches the rest. */
package dev.segue.adapters.flink.intake;
