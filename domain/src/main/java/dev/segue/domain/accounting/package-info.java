/** What became of everything that was read. */
package dev.segue.domain.accounting;
