/** What a simulation must lead to: the sessions that are planned, and the hazards on the way. */
package dev.segue.simulator.plan;
