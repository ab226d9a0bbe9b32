/**
 * Incidents: KPIs that are not as usual, where usual is the same local hour of the same weekday over the last weeks.
 */
package dev.segue.domain.alert;
