/**
 * The clocks of a stream of events: the acceptance clock, which decides lateness, and the closing clock, which ends
 * sessions.
 */
package dev.segue.domain.clock;
