/**
 * Jobs that run on Flink. {@link dev.segue.app.Jobs} lists all of them; each is in its own package below this one, and
 * none depends on another. Guice builds a job's graph on the client; nothing that it injects is sent to a worker.
 */
package dev.segue.app.job;
