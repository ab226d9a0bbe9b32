/** Compares the output topics of an installation with what the audience was made to do. */
package dev.segue.simulator.verification;
