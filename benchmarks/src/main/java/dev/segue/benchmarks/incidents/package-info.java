/**
 * How well incidents are found: simulated weeks of many countries and playlists, quiet and with incidents put into them,
 * through the rule of the alerts job and two simpler ones.
 */
package dev.segue.benchmarks.incidents;
