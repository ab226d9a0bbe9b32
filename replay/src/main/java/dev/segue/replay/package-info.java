/**
 * {@code segue replay}: listening histories and event logs through the same pipeline as the live job, to an end.
 *
 * <p>{@code input} finds files, {@code format} reads their rows, {@code source} brings them into Flink, {@code local}
 * brings results back out, {@code report} tells them.
 */
package dev.segue.replay;
