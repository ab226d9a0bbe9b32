/** Which plays that several services report of one listener are the same play. */
package dev.segue.domain.merge;
