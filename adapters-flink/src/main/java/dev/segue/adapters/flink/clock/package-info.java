/** The acceptance clock, and the base class of all operators that use it to decide what is late. */
package dev.segue.adapters.flink.clock;
