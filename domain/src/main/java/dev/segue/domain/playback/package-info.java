/** What clients report, and whether it is usable: events, their content, and clocks that are wrong. */
package dev.segue.domain.playback;
