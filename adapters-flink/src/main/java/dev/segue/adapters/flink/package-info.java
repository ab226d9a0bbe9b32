/** Adapts the domain to Flink: operators that wrap domain rules, their state and their types. */
package dev.segue.adapters.flink;
