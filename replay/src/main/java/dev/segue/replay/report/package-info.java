/** The result of a replay, as a report for people and as JSON Lines for programs. */
package dev.segue.replay.report;
