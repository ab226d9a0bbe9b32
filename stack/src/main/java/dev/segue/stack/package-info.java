/**
 * Everything a job needs around it, on one machine and without Docker: a Kafka broker in this process, a schema
 * registry as a child process, a Flink cluster in this process. For the demo and for tests.
 */
package dev.segue.stack;
