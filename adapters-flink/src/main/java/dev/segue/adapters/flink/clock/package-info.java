/** The acceptance clock, as it is kept by every operator that decides what is late. */
package dev.segue.adapters.flink.clock;
