/** Generated listening of crowds, hour by hour, with known disturbances. */
package dev.segue.benchmarks.incidents.crowd;
