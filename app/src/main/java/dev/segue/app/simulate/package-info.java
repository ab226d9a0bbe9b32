/**
 * An invented audience: listeners who sit down, play playlists, skip, pause, search, change devices and fly, and whose
 * devices report it late, twice, by wrong clocks or garbled. Everything follows from a seed and a beginning.
 */
package dev.segue.app.simulate;
