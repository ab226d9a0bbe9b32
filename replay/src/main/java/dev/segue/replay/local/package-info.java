/** What a Flink job and the process that started it share when the job runs inside that process. */
package dev.segue.replay.local;
