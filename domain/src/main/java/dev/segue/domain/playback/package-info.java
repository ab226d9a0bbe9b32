/** What clients report, and whether a report can be used: events, their content, and clocks that lie. */
package dev.segue.domain.playback;
