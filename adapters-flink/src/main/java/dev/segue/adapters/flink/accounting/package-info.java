/** The ledger in operator state, so that it adds up at every completed checkpoint and after a crash. */
package dev.segue.adapters.flink.accounting;
