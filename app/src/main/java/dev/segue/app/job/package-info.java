/**
 * Jobs: what runs on Flink. {@link dev.segue.app.Jobs} names them all; each lives in a package of its own below this
 * one, and none knows another. Guice builds a job's graph on the client; nothing that it injects travels to a worker.
 */
package dev.segue.app.job;
