/** Secrets that the configuration refers to: resolved where they are used, so that a job graph never holds them. */
package dev.segue.adapters.kafka.secret;
