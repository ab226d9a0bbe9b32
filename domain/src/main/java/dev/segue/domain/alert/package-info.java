/**
 * Incidents: KPIs that deviate from their baseline, which is the same local hour of the same weekday over the last
 * weeks.
 */
package dev.segue.domain.alert;
