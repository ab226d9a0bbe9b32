/** Timers of a key that may fire too early instead of being moved at every event. */
package dev.segue.adapters.flink.timer;
