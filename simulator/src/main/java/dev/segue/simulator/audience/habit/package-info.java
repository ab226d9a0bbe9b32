/** What differs between listeners. */
package dev.segue.simulator.audience.habit;
