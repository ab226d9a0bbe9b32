/** The topics: their names, their creation, and checks before a job starts. */
package dev.segue.adapters.kafka.topic;
