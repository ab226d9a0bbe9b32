/** The music of the simulated service. */
package dev.segue.simulator.music;
