/** Breaks rules deliberately, to check that the trials detect it. */
package dev.segue.domain.mutant;
