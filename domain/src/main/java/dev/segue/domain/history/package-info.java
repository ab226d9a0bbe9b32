/**
 * What a listener's whole history adds up to: when they listened, to whom and to what, what they left early, and how that
 * changed over the years.
 */
package dev.segue.domain.history;
