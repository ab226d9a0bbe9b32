/** Accounting for everything that was read. */
package dev.segue.domain.accounting;
