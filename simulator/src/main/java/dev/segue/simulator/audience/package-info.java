/** The simulated audience: who listens to what, how their devices report it, and the plan of what must result. */
package dev.segue.simulator.audience;
