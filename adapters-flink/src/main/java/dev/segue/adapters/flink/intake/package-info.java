/** The first operator: counts what is read, sets aside what cannot be used, and enriches the rest. */
package dev.segue.adapters.flink.intake;
