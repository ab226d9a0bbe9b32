/** Puts whatever makes sessions of events to the proof: stages a delivery, and judges all that is told. */
package dev.segue.domain.proof;
