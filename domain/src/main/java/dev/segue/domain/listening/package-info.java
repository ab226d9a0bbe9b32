/** The listening rules over the plays of one session: skips, listened time, interruptions, runs, mood. */
package dev.segue.domain.listening;
