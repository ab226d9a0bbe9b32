/** Breaks a rule on purpose, to see that the trials notice. */
package dev.segue.domain.mutant;
