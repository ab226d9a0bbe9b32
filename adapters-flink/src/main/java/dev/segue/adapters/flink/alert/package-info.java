/** The alert operator: wraps the incident rules for Flink. */
package dev.segue.adapters.flink.alert;
