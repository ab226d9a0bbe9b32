/** The simulated audience: who listens to what, how their devices report it, and the plan of what must come of it. */
package dev.segue.simulator.audience;
