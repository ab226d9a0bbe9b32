/** The topics: their names, how they are made, and whether they are as they must be. */
package dev.segue.adapters.kafka.topic;
