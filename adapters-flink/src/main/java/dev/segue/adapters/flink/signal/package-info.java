/** The signal operator: wraps {@link dev.segue.domain.signal.SignalRule}. */
package dev.segue.adapters.flink.signal;
