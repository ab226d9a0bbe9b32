/** What stands at the end of a replay, and how a person and a program are told. */
package dev.segue.replay.report;
