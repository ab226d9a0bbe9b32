/** How domain values travel between operators and rest in state: compact, versioned, and never by reflection. */
package dev.segue.adapters.flink.type;
