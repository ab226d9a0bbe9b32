/** The signal operator: a shell around {@link dev.segue.domain.signal.SignalRule}. */
package dev.segue.adapters.flink.signal;
