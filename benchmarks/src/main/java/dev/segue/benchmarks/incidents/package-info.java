/**
 * Measures how well incidents are found: simulated weeks of many countries and playlists, with and without incidents,
 * through the rule of the alerts job and two simpler ones.
 */
package dev.segue.benchmarks.incidents;
