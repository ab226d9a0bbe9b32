/** The acceptance clock, and what every operator has that decides by it what is late. */
package dev.segue.adapters.flink.clock;
