/** Brings the rows of input files into a Flink job, as a bounded source. */
package dev.segue.adapters.files.source;
