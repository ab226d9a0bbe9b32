/**
 * {@code segue dashboard}: reads the jobs' results from their topics, and serves the page that shows them. Runs near
 * the brokers, in its own process or in the demo's; never on a Flink cluster.
 */
package dev.segue.app.dashboard;
