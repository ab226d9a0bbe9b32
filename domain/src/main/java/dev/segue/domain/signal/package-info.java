/** Signals: what is known about a listener right now, and what that suggests for the next song and the next ad. */
package dev.segue.domain.signal;
