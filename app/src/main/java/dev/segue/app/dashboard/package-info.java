/**
 * {@code segue dashboard}: reads what the jobs tell from their topics, and serves the page that shows it. Runs beside the
 * brokers, in a process of its own or in that of the demo; never on a Flink cluster.
 */
package dev.segue.app.dashboard;
