/** What a Flink job shares with the process that started it, when the job runs inside that process. */
package dev.segue.replay.local;
