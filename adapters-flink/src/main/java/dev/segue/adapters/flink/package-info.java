/** Flink to and from the domain: operators that are shells around domain rules, their state, their types. */
package dev.segue.adapters.flink;
