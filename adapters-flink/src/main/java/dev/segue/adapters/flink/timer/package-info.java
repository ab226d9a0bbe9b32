/** Timers of a key that fire too early rather than being moved at every event. */
package dev.segue.adapters.flink.timer;
