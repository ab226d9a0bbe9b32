/** Forgets listeners: requests to the jobs, how far these have got, and the records that are left on compacted topics. */
package dev.segue.adapters.kafka.forget;
