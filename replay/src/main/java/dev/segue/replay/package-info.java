/**
 * {@code segue replay}: runs listening histories and event logs through the same pipeline as the live job.
 *
 * <p>{@code input} finds files, {@code format} reads their rows, {@code source} brings them into Flink, {@code local}
 * returns the results, {@code report} prints them.
 */
package dev.segue.replay;
